/** The record kinds: each stated once, and everything that knows a kind is made from that statement. */
@NullMarked
package crm.record;

import org.jspecify.annotations.NullMarked;
