/** Tests of reading CSV. */
@NullMarked
package crm.ingest.csv;

import org.jspecify.annotations.NullMarked;
