/** Forgets people: in the log, among the refused records, and by not letting them in again. */
@NullMarked
package crm.ingest.erasure;

import org.jspecify.annotations.NullMarked;
