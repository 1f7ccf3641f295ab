@NullMarked
package crm.workbench.launch;

import org.jspecify.annotations.NullMarked;
