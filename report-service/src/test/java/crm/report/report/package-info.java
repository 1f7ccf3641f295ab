/** Tests of reports. */
@NullMarked
package crm.report.report;

import org.jspecify.annotations.NullMarked;
