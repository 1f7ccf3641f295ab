@NullMarked
package crm.workbench.sample;

import org.jspecify.annotations.NullMarked;
