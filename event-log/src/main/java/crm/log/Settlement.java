package crm.log;

import crm.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What is to become of a group of requests.
 *
 * @param rows to be stored, in order of position
 * @param rejections to be kept
 * @param settledRejections kept ones that are to go, because their records were taken now
 * @param tallies what is to be added to the counts
 * @param receipts one for each request, in the group's order
 * @param heads where each tenant's log ends afterwards
 */
record Settlement(
        List<LogRow> rows,
        List<RejectionRow> rejections,
        Set<RejectionKey> settledRejections,
        SortedMap<Tally.Key, Tally> tallies,
        List<Receipt> receipts,
        SortedMap<TenantId, LogHeads.Head> heads) {

    /**
     * Settles a group by what is known of its records; what is not known counts as never sent.
     *
     * @param replayable the replayed refusals that still are as they were
     */
    static Settlement of(
            List<AppendRequest> group,
            LogHeads heads,
            Map<RecordKey, RecordHistory> known,
            Set<RejectionKey> replayable) {
        Settler settler = new Settler(heads, known, replayable);
        group.forEach(request -> settler.settle(request.batch()));
        return settler.settlement();
    }

    /** How many events were settled. */
    int events() {
        return receipts.stream().mapToInt(receipt -> receipt.outcomes().size()).sum();
    }

    /** Whether an atomic batch contradicts itself: which event is to blame depends on what is stored. */
    boolean leavesOutConflicts(List<AppendRequest> group) {
        return IntStream.range(0, group.size())
                .anyMatch(index -> group.get(index).batch().atomic()
                        && receipts.get(index).outcomes().contains(Receipt.Outcome.CONFLICT));
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
