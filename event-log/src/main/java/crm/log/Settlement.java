package crm.log;

import crm.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to become of a group of requests: the rows to store and a receipt for each request.
 *
 * @param rows in order of position
 * @param receipts one for each request, in the group's order
 * @param heads where each tenant's log ends afterwards
 */
record Settlement(List<LogRow> rows, List<Receipt> receipts, Map<TenantId, Long> heads) {

    /** Settles a group by what is known of its records; what is not known counts as never sent. */
    static Settlement of(List<AppendRequest> group, LogHeads heads, Map<RecordKey, RecordHistory> known) {
        List<LogRow> rows = new ArrayList<>();
        List<Receipt> answers = new ArrayList<>(group.size());
        Map<TenantId, Long> positions = new HashMap<>();
        for (AppendRequest request : group) {
            TenantId tenant = request.tenant();
            long position = positions.computeIfAbsent(tenant, heads::position);
            long receivedAt = heads.receivedAt(tenant);
            List<Receipt.Outcome> outcomes = new ArrayList<>(request.events().size());
            for (Event event : request.events()) {
                RecordHistory history = known.computeIfAbsent(
                        new RecordKey(tenant, event.collection(), event.recordId()), key -> new RecordHistory());
                RecordHistory.Verdict verdict = history.settle(event, receivedAt);
                outcomes.add(verdict.outcome());
                if (verdict.outcome() == Receipt.Outcome.ACCEPTED) {
                    rows.add(new LogRow(tenant, ++position, event, verdict.version(), receivedAt));
                }
            }
            positions.put(tenant, position);
            answers.add(new Receipt(position, outcomes));
        }
        return new Settlement(rows, answers, positions);
    }

    /** How many events were settled. */
    int events() {
        return receipts.stream().mapToInt(receipt -> receipt.outcomes().size()).sum();
    }

    /** Tenants with a row whose sender gave no version. */
    Set<TenantId> tenantsWithVersionless() {
        Set<TenantId> tenants = new TreeSet<>();
        for (LogRow row : rows) {
            if (row.version() == RecordHistory.NONE_GIVEN) {
                tenants.add(row.tenant());
            }
        }
        return tenants;
    }
}
