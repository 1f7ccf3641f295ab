/** Imports: files of any size, taken whole before they are answered, made into records in the background. */
@NullMarked
package crm.ingest.imports;

import org.jspecify.annotations.NullMarked;
