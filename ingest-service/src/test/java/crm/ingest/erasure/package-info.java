@NullMarked
package crm.ingest.erasure;

import org.jspecify.annotations.NullMarked;
