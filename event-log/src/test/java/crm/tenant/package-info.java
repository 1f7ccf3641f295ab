/** Tenants and keys against a real database. */
@NullMarked
package crm.tenant;

import org.jspecify.annotations.NullMarked;
