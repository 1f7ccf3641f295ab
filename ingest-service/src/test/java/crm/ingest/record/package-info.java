@NullMarked
package crm.ingest.record;

import org.jspecify.annotations.NullMarked;
