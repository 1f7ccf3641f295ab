@NullMarked
package crm.ingest.access;

import org.jspecify.annotations.NullMarked;
