@NullMarked
package crm.report.table;

import org.jspecify.annotations.NullMarked;
