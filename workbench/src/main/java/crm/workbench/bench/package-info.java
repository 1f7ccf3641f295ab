/** Measures ingest, freshness and questions of the packaged product, and compares them with the limits of its parts. */
@NullMarked
package crm.workbench.bench;

import org.jspecify.annotations.NullMarked;
