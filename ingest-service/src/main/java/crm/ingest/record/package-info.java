/** Records: read from a request, judged one by one, appended to the log, read back and taken back. */
@NullMarked
package crm.ingest.record;

import org.jspecify.annotations.NullMarked;
