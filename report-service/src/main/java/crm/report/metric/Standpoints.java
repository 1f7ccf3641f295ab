package crm.report.metric;

import crm.engine.store.ColumnStore;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.StoreState;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.report.load.Following;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Leads a request to the state of a tenant's data that it wants to be answered from. */
@ApplicationScoped
class Standpoints {

    private final ColumnStore store;
    private final Following following;
    private final Clock clock;

    Standpoints(ColumnStore store, Following following, Clock clock) {
        this.store = store;
        this.following = following;
        this.clock = clock;
    }

    /** What a request wants to know of one state of a tenant's data. */
    interface View<T> {
        /** What it is, where that is known without asking the store. */
        default Optional<T> known(StoreState state, Instant now) {
            return Optional.empty();
        }

        T asked(Snapshot snapshot, Instant now);
    }

    /** Waits for the data that must be in the answer, then asks one snapshot. */
    <T> T read(TenantId tenant, FreshnessReader.Freshness freshness, View<T> view) {
        if (!following.await(tenant, freshness.position(), freshness.patience())) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_YET_VISIBLE,
                    "Position " + freshness.position() + " is not loaded yet.",
                    List.of(Violation.ofParameter("minPosition", "not_yet_visible", "ask again"))));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return read(tenant.toString(), view, now);
    }

    private <T> T read(String name, View<T> view, Instant now) {
        return view.known(store.state(name), now)
                .orElseGet(() -> store.read(name, snapshot -> view.asked(snapshot, now)));
    }
}
