/** What happens before the service is ready: the database gets its tables. */
@NullMarked
package crm.ingest.start;

import org.jspecify.annotations.NullMarked;
