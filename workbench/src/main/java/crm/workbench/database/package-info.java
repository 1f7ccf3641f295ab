/** A real database server that a developer's machine need not have installed. */
@NullMarked
package crm.workbench.database;

import org.jspecify.annotations.NullMarked;
