/** How much is taken: limits that are the same for all, told in one place. */
@NullMarked
package crm.ingest.limit;

import org.jspecify.annotations.NullMarked;
