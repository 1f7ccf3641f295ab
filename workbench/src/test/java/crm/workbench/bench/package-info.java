@NullMarked
package crm.workbench.bench;

import org.jspecify.annotations.NullMarked;
