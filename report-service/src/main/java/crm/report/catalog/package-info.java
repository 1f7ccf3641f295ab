/** The catalogue: facts and dimensions, and every metric with its definition. */
@NullMarked
package crm.report.catalog;

import org.jspecify.annotations.NullMarked;
