/** Asking the store and putting the answer together. */
@NullMarked
package crm.engine.answer;

import org.jspecify.annotations.NullMarked;
