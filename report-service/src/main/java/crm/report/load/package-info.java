/** Following the log: from logged events to rows of facts. */
@NullMarked
package crm.report.load;

import org.jspecify.annotations.NullMarked;
