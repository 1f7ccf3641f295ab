/** The command line that imports a file, for people. */
@NullMarked
package crm.workbench.imports;

import org.jspecify.annotations.NullMarked;
