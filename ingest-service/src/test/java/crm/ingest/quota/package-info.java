/** Tests of quotas. */
@NullMarked
package crm.ingest.quota;

import org.jspecify.annotations.NullMarked;
