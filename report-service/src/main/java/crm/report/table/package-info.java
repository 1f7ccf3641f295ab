/** Answers as tables: CSV and spreadsheets. */
@NullMarked
package crm.report.table;

import org.jspecify.annotations.NullMarked;
