/** Quotas: how much each tenant may send, so that a busy one leaves room for the others. */
@NullMarked
package crm.ingest.quota;

import org.jspecify.annotations.NullMarked;
