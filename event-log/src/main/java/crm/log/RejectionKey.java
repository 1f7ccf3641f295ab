package crm.log;

import crm.tenant.TenantId;

/** Names one kept refusal of all tenants', as it was when somebody read it. */
record RejectionKey(TenantId tenant, long id, int revision) {

    static RejectionKey of(TenantId tenant, Batch.Replay replay) {
        return new RejectionKey(tenant, replay.id(), replay.revision());
    }
}
