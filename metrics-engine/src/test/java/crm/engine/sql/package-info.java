@NullMarked
package crm.engine.sql;

import org.jspecify.annotations.NullMarked;
