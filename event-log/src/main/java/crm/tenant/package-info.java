/** Tenants, their settings and their keys. */
@NullMarked
package crm.tenant;

import org.jspecify.annotations.NullMarked;
