package crm.log;

import crm.tenant.Sender;

/** A refusal with its place among the tenant's, ready to be kept. */
record RejectionRow(Sender sender, long id, long receivedAt, Refusal refusal) {}
