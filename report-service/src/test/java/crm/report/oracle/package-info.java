/** An independent oracle: the catalogue's numbers counted the slow way over random worlds, and compared. */
@NullMarked
package crm.report.oracle;

import org.jspecify.annotations.NullMarked;
