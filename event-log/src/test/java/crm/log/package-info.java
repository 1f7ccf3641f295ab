/** The log against a real database. */
@NullMarked
package crm.log;

import org.jspecify.annotations.NullMarked;
