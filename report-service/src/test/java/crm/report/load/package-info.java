/** How the log becomes facts. */
@org.jspecify.annotations.NullMarked
package crm.report.load;
