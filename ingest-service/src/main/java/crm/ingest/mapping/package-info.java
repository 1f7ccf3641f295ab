/** Mappings: how the rows of somebody else's CSV become records. Saved by name, shipped ready, applied row by row. */
@NullMarked
package crm.ingest.mapping;

import org.jspecify.annotations.NullMarked;
