@NullMarked
package crm.report.export;

import org.jspecify.annotations.NullMarked;
