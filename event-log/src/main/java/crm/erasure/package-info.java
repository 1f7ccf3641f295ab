/** Takes people out of records, so that what is left names nobody and counts as before. */
@NullMarked
package crm.erasure;

import org.jspecify.annotations.NullMarked;
