/** The OpenAPI document: one path for each collection, made from the record kinds. */
@NullMarked
package crm.ingest.openapi;

import org.jspecify.annotations.NullMarked;
