/** What the tests of the running service share: its database, and tenants with keys and records. */
@NullMarked
package crm.report.world;

import org.jspecify.annotations.NullMarked;
