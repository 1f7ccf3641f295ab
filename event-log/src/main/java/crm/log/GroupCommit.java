package crm.log;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Brings groups of requests to their end: committed and answered, or refused. */
final class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int ATTEMPTS = 10;

    private final LaneConnection lane;
    private final Clock clock;
    private final Progress progress;

    /** In a row; only the first and the end of them are worth a line. */
    private long failures;

    /** Where senders repeat themselves they go on doing so for a while, and trying without a look is wasted. */
    private boolean lookFirst;

    GroupCommit(LaneConnection lane, Clock clock, Progress progress) {
        this.lane = lane;
        this.clock = clock;
        this.progress = progress;
    }

    void append(List<AppendRequest> group) {
        try {
            attempt(group);
        } catch (SQLException | RuntimeException e) {
            lane.discard();
            if (failures++ == 0) {
                LOG.warnf(e, "append failed requests=%d", group.size());
            }
            LogUnavailable away = new LogUnavailable(LogUnavailable.Reason.DATABASE_AWAY, e);
            group.forEach(request -> request.fail(away));
        }
    }

    void close() {
        lane.discard();
    }

    private void attempt(List<AppendRequest> group) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            List<AppendRequest> waiting = group.stream()
                    .filter(Predicate.not(request -> request.receipt().isDone()))
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            Settlement settlement;
            try {
                settlement = store(waiting);
            } catch (AppendTransaction.LeftOut e) {
                lane.get().connection().rollback();
                attempt--;
                continue;
            } catch (SQLException e) {
                recover(e, attempt);
                continue;
            }
            commit(waiting, settlement);
            return;
        }
    }

    /** Nothing was committed, so the same may be tried again; on a new connection where the old one broke. */
    private void recover(SQLException error, int attempt) throws SQLException {
        boolean again =
                switch (DatabaseError.of(error)) {
                    case IN_THE_WAY -> attempt < ATTEMPTS;
                    case BROKEN, DUPLICATE_KEY -> attempt == 1;
                };
        if (!again) {
            throw error;
        }
        if (DatabaseError.of(error) == DatabaseError.IN_THE_WAY) {
            lane.get().connection().rollback();
        } else {
            lane.discard();
        }
    }

    private Settlement store(List<AppendRequest> group) throws SQLException, AppendTransaction.LeftOut {
        LaneConnection.Open open = lane.get();
        AppendTransaction transaction = new AppendTransaction(open, clock, progress);
        if (!lookFirst) {
            try {
                return transaction.append(group);
            } catch (AppendTransaction.StoredBefore e) {
                open.connection().rollback();
            }
        }
        Settlement settlement = transaction.lookAndAppend(group);
        lookFirst = settlement.rows().size() < settlement.events();
        return settlement;
    }

    /** From here on the fate of a failed commit is unknown: no second attempt. */
    private void commit(List<AppendRequest> group, Settlement settlement) throws SQLException {
        lane.get().connection().commit();
        progress.made();
        if (failures > 0) {
            LOG.infof("append works again failures=%d", failures);
            failures = 0;
        }
        for (int index = 0; index < group.size(); index++) {
            group.get(index).receipt().complete(settlement.receipts().get(index));
        }
    }
}
