/** CSV of any size, read row by row: whatever separator, strict where a guess could lose or change a cell. */
@NullMarked
package crm.ingest.csv;

import org.jspecify.annotations.NullMarked;
