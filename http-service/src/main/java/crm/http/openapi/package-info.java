/** What the OpenAPI documents of both services say alike: keys and problems. */
@NullMarked
package crm.http.openapi;

import org.jspecify.annotations.NullMarked;
