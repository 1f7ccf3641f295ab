/** Refused records over HTTP: listed, mended, sent once more, taken away. The log's transaction puts them there. */
@NullMarked
package crm.ingest.rejection;

import org.jspecify.annotations.NullMarked;
