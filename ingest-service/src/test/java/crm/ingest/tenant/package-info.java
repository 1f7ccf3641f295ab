@NullMarked
package crm.ingest.tenant;

import org.jspecify.annotations.NullMarked;
