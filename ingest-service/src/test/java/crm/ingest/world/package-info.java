/** What the tests of the running service share: its database, and tenants with keys. */
@NullMarked
package crm.ingest.world;

import org.jspecify.annotations.NullMarked;
