@NullMarked
package crm.ingest.reconciliation;

import org.jspecify.annotations.NullMarked;
