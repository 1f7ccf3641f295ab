package crm.log;

import crm.tenant.TenantId;

/** Names one record in the whole log. */
record RecordKey(TenantId tenant, String collection, String recordId) {}
