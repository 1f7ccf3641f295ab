@NullMarked
package crm.workbench.imports;

import org.jspecify.annotations.NullMarked;
