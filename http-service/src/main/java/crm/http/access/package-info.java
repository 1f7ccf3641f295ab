/** Who calls: keys sent in three ways become a tenant and what the key may do. */
@NullMarked
package crm.http.access;

import org.jspecify.annotations.NullMarked;
