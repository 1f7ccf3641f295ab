/** Tenants and their keys, over HTTP. */
@NullMarked
package crm.ingest.tenant;

import org.jspecify.annotations.NullMarked;
