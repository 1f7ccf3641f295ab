/** The OpenAPI document: one path for each metric, made from the catalogue. */
@NullMarked
package crm.report.openapi;

import org.jspecify.annotations.NullMarked;
