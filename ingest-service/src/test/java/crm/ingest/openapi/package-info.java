@NullMarked
package crm.ingest.openapi;

import org.jspecify.annotations.NullMarked;
