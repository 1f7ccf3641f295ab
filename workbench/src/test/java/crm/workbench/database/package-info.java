@NullMarked
package crm.workbench.database;

import org.jspecify.annotations.NullMarked;
