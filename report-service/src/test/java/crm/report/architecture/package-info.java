/** Rules of the whole project's structure, one test each. */
@NullMarked
package crm.report.architecture;

import org.jspecify.annotations.NullMarked;
