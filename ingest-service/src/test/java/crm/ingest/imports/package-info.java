@NullMarked
package crm.ingest.imports;

import org.jspecify.annotations.NullMarked;
