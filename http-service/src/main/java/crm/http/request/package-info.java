/** What belongs to every request: its id. */
@NullMarked
package crm.http.request;

import org.jspecify.annotations.NullMarked;
