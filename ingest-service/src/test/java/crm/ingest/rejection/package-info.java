@NullMarked
package crm.ingest.rejection;

import org.jspecify.annotations.NullMarked;
