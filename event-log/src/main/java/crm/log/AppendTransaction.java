package crm.log;

import crm.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Stores a group of requests in one transaction: heads locked, rows and refusals inserted, counts added, heads moved;
 * the commit is left to do.
 */
final class AppendTransaction {

    private final Connection connection;
    private final LogRows rows;
    private final Rejections rejections;
    private final Clock clock;
    private final Progress progress;

    /** A record of the group may be stored already: the group has to be settled anew with what the log holds. */
    static final class StoredBefore extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A request of the group turned out not to be stored, and knows it: the others have to begin again. */
    static final class LeftOut extends Exception {
        private static final long serialVersionUID = 1;
    }

    AppendTransaction(LaneConnection.Open lane, Clock clock, Progress progress) {
        this.connection = lane.connection();
        this.rows = lane.rows();
        this.rejections = new Rejections(connection);
        this.clock = clock;
        this.progress = progress;
    }

    /** Looks up what is stored of the group's records before it settles them. */
    Settlement lookAndAppend(List<AppendRequest> group) throws SQLException, LeftOut {
        LogHeads heads = lock(group);
        Map<RecordKey, RecordHistory> known = StoredVersions.of(connection, group, progress);
        Settlement settlement = Settlement.of(group, heads, known, rejections.replayable(group));
        rows.insert(settlement.rows(), progress);
        finish(heads, settlement);
        accompany(group, settlement);
        return settlement;
    }

    /** Takes every record for new, which most are, and leaves it to the keys to contradict. */
    Settlement append(List<AppendRequest> group) throws SQLException, StoredBefore, LeftOut {
        LogHeads heads = lock(group);
        Settlement settlement = Settlement.of(group, heads, new HashMap<>(), rejections.replayable(group));
        try {
            rows.insert(settlement.rows(), progress);
        } catch (SQLException e) {
            if (DatabaseError.of(e) == DatabaseError.DUPLICATE_KEY) {
                throw new StoredBefore();
            }
            throw e;
        }
        if (settlement.leavesOutConflicts(group)) {
            throw new StoredBefore();
        }
        for (TenantId tenant : settlement.tenantsWithVersionless()) {
            if (rows.haveVersionlessBesideOthers(tenant, heads.head(tenant).position())) {
                throw new StoredBefore();
            }
        }
        finish(heads, settlement);
        accompany(group, settlement);
        return settlement;
    }

    private LogHeads lock(List<AppendRequest> group) throws SQLException {
        SortedSet<TenantId> tenants = new TreeSet<>();
        group.forEach(request -> tenants.add(request.tenant()));
        LogHeads heads = LogHeads.lock(connection, tenants, Microseconds.of(clock.instant()));
        progress.made();
        return heads;
    }

    private void finish(LogHeads heads, Settlement settlement) throws SQLException {
        rejections.remove(settlement.settledRejections());
        rejections.insert(settlement.rejections(), progress);
        Reconciliation.add(connection, settlement.tallies());
        progress.made();
        heads.move(connection, settlement.heads());
        progress.made();
    }

    private void accompany(List<AppendRequest> group, Settlement settlement) throws SQLException, LeftOut {
        for (int index = 0; index < group.size(); index++) {
            AppendRequest request = group.get(index);
            Receipt receipt = settlement.receipts().get(index);
            Companion companion = request.batch().companion();
            if (companion == null || receipt.isStale()) {
                continue;
            }
            try {
                companion.store(connection, receipt);
                progress.made();
            } catch (Superseded superseded) {
                request.fail(superseded);
                throw new LeftOut();
            }
        }
    }
}
