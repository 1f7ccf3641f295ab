/** From a question to a statement. */
@NullMarked
package crm.engine.sql;

import org.jspecify.annotations.NullMarked;
