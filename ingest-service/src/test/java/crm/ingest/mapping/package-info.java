@NullMarked
package crm.ingest.mapping;

import org.jspecify.annotations.NullMarked;
