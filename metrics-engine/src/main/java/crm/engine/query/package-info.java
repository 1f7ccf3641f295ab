/** What can be asked, and what is answered. */
@NullMarked
package crm.engine.query;

import org.jspecify.annotations.NullMarked;
