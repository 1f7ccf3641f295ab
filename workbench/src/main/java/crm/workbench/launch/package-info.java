/** Starts the whole product on one machine, with data to look at. */
@NullMarked
package crm.workbench.launch;

import org.jspecify.annotations.NullMarked;
