/** What was sent and what became of it, to the record. The log's transaction does the counting. */
@NullMarked
package crm.ingest.reconciliation;

import org.jspecify.annotations.NullMarked;
