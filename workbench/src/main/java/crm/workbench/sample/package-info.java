/**
 * A made-up company of any size: the same seed gives the same records, byte for byte.
 *
 * <p>Every record is worked out from its number alone, so that a world of a hundred million records needs no more
 * memory than a small one, and any record can tell what it needs to know of any other.
 */
@NullMarked
package crm.workbench.sample;

import org.jspecify.annotations.NullMarked;
