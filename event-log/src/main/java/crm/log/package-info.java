/** The log: the one source of truth. Nothing outside this package knows its table. */
@NullMarked
package crm.log;

import org.jspecify.annotations.NullMarked;
