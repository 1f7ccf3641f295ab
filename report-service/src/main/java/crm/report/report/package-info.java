/** Reports: tables that answer a question, each declared once over the catalogue's metrics and measures. */
@NullMarked
package crm.report.report;

import org.jspecify.annotations.NullMarked;
