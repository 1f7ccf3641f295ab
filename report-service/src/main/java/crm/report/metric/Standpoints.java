package crm.report.metric;

import crm.engine.query.InvalidQuery;
import crm.engine.store.ColumnStore;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.StoreState;
import crm.engine.store.Watermark;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.report.load.Following;
import crm.report.load.Past;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Leads a request to the state of a tenant's data that it wants to be answered from: the present one, or one that is
 * past. A question about the past is asked at the time of that state, so that it is answered the same for ever.
 */
@ApplicationScoped
class Standpoints {

    /** What was received before is in the log by now, whichever service took it, whatever its clock says. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final ColumnStore store;
    private final Following following;
    private final Past past;
    private final Clock clock;

    Standpoints(ColumnStore store, Following following, Past past, Clock clock) {
        this.store = store;
        this.following = following;
        this.past = past;
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
        await(tenant, "minPosition", freshness.position(), freshness.patience());
        if (freshness.asOf().isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            return read(tenant.toString(), view, watermark -> now);
        }
        return switch (freshness.asOf().get()) {
            case AsOf.Position(long position) -> {
                await(tenant, FreshnessReader.AS_OF, position, freshness.patience());
                yield readAt(tenant, position, freshness.patience(), view, Watermark::time);
            }
            case AsOf.Time(Instant time) -> {
                if (time.isAfter(clock.instant().minus(SETTLED))) {
                    throw new InvalidQuery(
                            FreshnessReader.AS_OF,
                            "too_recent",
                            "a time at least a minute ago: what is later may change");
                }
                long position = past.positionAt(tenant, time);
                await(tenant, FreshnessReader.AS_OF, position, freshness.patience());
                yield readAt(tenant, position, freshness.patience(), view, watermark -> time);
            }
        };
    }

    private void await(TenantId tenant, String parameter, long position, Duration patience) {
        if (!following.await(tenant, position, patience)) {
            throw notYet(parameter, "Position " + position + " is not loaded yet.");
        }
    }

    /** The present state is the one asked for as long as nothing has come since. */
    private <T> T readAt(
            TenantId tenant, long position, Duration patience, View<T> view, Function<Watermark, Instant> now) {
        return readPresentAt(tenant, position, view, now).orElseGet(() -> switch (past.at(tenant, position, patience)) {
            case Past.Ready ready -> {
                try (ready) {
                    yield read(ready.name(), view, now);
                }
            }
            case Past.InTheMaking(int percent) ->
                throw notYet(
                        FreshnessReader.AS_OF,
                        "The view of position " + position + " is being made; " + percent + " percent are done.");
            case Past.NoRoom full ->
                throw notYet(FreshnessReader.AS_OF, "Too many views of the past are being made or asked at once.");
        });
    }

    private <T> Optional<T> readPresentAt(
            TenantId tenant, long position, View<T> view, Function<Watermark, Instant> now) {
        StoreState state = store.state(tenant.toString());
        if (state.watermark().position() != position) {
            return Optional.empty();
        }
        return view.known(state, now.apply(state.watermark()))
                .or(() -> store.read(
                        tenant.toString(),
                        snapshot -> snapshot.watermark().position() == position
                                ? Optional.of(view.asked(snapshot, now.apply(snapshot.watermark())))
                                : Optional.empty()));
    }

    private <T> T read(String name, View<T> view, Function<Watermark, Instant> now) {
        StoreState state = store.state(name);
        return view.known(state, now.apply(state.watermark()))
                .orElseGet(() -> store.read(name, snapshot -> view.asked(snapshot, now.apply(snapshot.watermark()))));
    }

    private static ProblemException notYet(String parameter, String detail) {
        return new ProblemException(Problem.of(
                ProblemType.NOT_YET_VISIBLE,
                detail,
                List.of(Violation.ofParameter(parameter, "not_yet_visible", "ask again"))));
    }
}
