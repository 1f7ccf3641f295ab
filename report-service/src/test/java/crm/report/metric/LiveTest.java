package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.engine.model.Metric;
import crm.engine.query.InvalidQuery;
import crm.http.problem.ProblemException;
import crm.report.catalog.Catalogue;
import crm.tenant.TenantId;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Answers that are told again when they change. */
class LiveTest {

    private static final TenantId ACME = new TenantId(7);
    private static final TenantId BOLT = new TenantId(8);
    private static final Metric METRIC = Catalogue.metric("close-rate").orElseThrow();
    private static final Map<String, List<String>> YEAR =
            Map.of("from", List.of("2025-01-01"), "to", List.of("2026-01-01"));

    private record Limits(Duration every, int streamsOfATenant, int streams) implements LiveConfig {}

    private final SmallWorld world =
            new SmallWorld(100_000).tenant(ACME, "UTC").tenant(BOLT, "UTC").won(ACME, "d-1", "2025-03-01T00:00:00Z");
    private final OpenStreams open = new OpenStreams(new Limits(Duration.ofMillis(20), 2, 3));
    private final Live live = new Live(world.telling(), open, new Limits(Duration.ofMillis(20), 2, 3));
    private volatile boolean valid = true;

    @AfterEach
    void end() throws InterruptedException {
        open.end(new ShutdownEvent());
        world.close();
    }

    private AssertSubscriber<OutboundSseEvent> listen(TenantId tenant, Optional<String> last) {
        Multi<OutboundSseEvent> stream = live.watch(tenant, METRIC, YEAR, last, () -> valid);
        return stream.subscribe().withSubscriber(AssertSubscriber.create(100));
    }

    private static String data(OutboundSseEvent event) {
        return String.valueOf(event.getData());
    }

    @Test
    void theAnswerComesAtOnceAndAgainWhenItChanges() {
        AssertSubscriber<OutboundSseEvent> listener = listen(ACME, Optional.empty());
        listener.awaitItems(1);

        world.won(ACME, "d-2", "2025-04-01T00:00:00Z");

        listener.awaitItems(2);
        assertThat(data(listener.getItems().get(0))).contains("\"numerator\":1,");
        assertThat(data(listener.getItems().get(1))).contains("\"numerator\":2,");
        assertThat(listener.getItems()).extracting(OutboundSseEvent::getName).containsOnly("answer");
        assertThat(Objects.requireNonNull(listener.getItems().get(1).getId())).startsWith("2:");
    }

    @Test
    void whoComesBackGetsTheAnswerOnlyIfItIsAnother() {
        String last = Objects.requireNonNull(listen(ACME, Optional.empty())
                .awaitItems(1)
                .getItems()
                .getFirst()
                .getId());

        AssertSubscriber<OutboundSseEvent> back =
                listen(ACME, Optional.of(last)).awaitItems(1);
        assertThat(back.getItems().getFirst().getComment()).isNotNull();
        world.won(ACME, "d-2", "2025-04-01T00:00:00Z");
        back.awaitItems(2);

        assertThat(data(back.getItems().get(1))).contains("\"numerator\":2,");
    }

    @Test
    void aKeyThatIsNoLongerValidGetsNothingMore() {
        AssertSubscriber<OutboundSseEvent> listener =
                listen(ACME, Optional.empty()).awaitItems(1);
        valid = false;

        world.won(ACME, "d-2", "2025-04-01T00:00:00Z");

        listener.awaitCompletion();
        assertThat(listener.getItems()).hasSize(1);
    }

    @Test
    void streamsOfATenantAndOfAllAreCounted() {
        AssertSubscriber<OutboundSseEvent> first =
                listen(ACME, Optional.empty()).awaitItems(1);
        listen(ACME, Optional.empty());

        assertThatThrownBy(() -> listen(ACME, Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(429));
        listen(BOLT, Optional.empty());
        assertThatThrownBy(() -> listen(BOLT, Optional.empty()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(503));
        first.cancel();
        listen(ACME, Optional.empty()).awaitItems(1);
    }

    @Test
    void allEndBeforeTheServiceDoes() throws InterruptedException {
        AssertSubscriber<OutboundSseEvent> listener =
                listen(ACME, Optional.empty()).awaitItems(1);

        open.end(new ShutdownEvent());

        listener.awaitCompletion();
        assertThatThrownBy(() -> listen(ACME, Optional.empty())).isInstanceOf(ProblemException.class);
    }

    @Test
    void thePastIsNotWatched() {
        assertThatThrownBy(() -> live.watch(
                        ACME,
                        METRIC,
                        Map.of("period", List.of("today"), "asOf", List.of("1")),
                        Optional.empty(),
                        () -> true))
                .isInstanceOf(InvalidQuery.class);
    }
}
