package crm.ingest.imports;

import crm.record.RecordKind;
import crm.tenant.TenantId;

/** A kind as a tenant has it, with the fields it registered. */
@FunctionalInterface
interface KindOfTenant {
    RecordKind of(TenantId tenant, RecordKind kind);
}
