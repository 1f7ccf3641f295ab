/** Rules of this service's structure. */
@NullMarked
package crm.ingest.architecture;

import org.jspecify.annotations.NullMarked;
