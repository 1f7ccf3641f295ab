/** The column store, and the one class that knows its driver. */
@NullMarked
package crm.engine.store;

import org.jspecify.annotations.NullMarked;
