package crm.log;

import crm.tenant.TenantId;

/** An event with its place in the log, ready to be stored. */
record LogRow(TenantId tenant, long position, Event event, long version, long receivedAt) {}
