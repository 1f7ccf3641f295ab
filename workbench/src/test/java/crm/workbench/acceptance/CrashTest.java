package crm.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Clients push while the database and both services are killed at random moments and started again. */
@Tag("packaged")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashTest {

    /** Another run of faults: {@code -Dcrm.seed=}. */
    private static final long SEED = Long.getLong("crm.seed", 20_261_121);

    private static final Duration LENGTH = Duration.ofSeconds(30);
    private static final int FEWEST_KILLS = 6;
    private static final int CLIENTS = 4;
    private static final Question CLOSE_RATE = Question.about("close-rate").from("2025-01-01", "2026-01-01");
    private static final Question REVENUE = Question.about("new-revenue").from("2025-01-01", "2026-01-01");

    private final Ledger ledger = new Ledger();
    private final KillableProduct product;
    private final Partner partner;

    CrashTest() throws Exception {
        product = KillableProduct.start();
        partner = product.newPartner("crash");
    }

    @BeforeAll
    void pushWhileEverythingIsKilled() throws Exception {
        AtomicBoolean goOn = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(threads.submit(new StubbornClient(partner.ingest(), ledger, goOn, SEED + client)));
            }
            try {
                killAtRandom(new Random(SEED));
            } finally {
                goOn.set(false);
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        // The last record: whoever has seen it has seen all others.
        List.of(ledger.newDeals(1, new Random(SEED))).forEach(last -> {
            partner.push("deals", last);
            ledger.acknowledge(last);
        });
    }

    @AfterAll
    void stop() throws Exception {
        product.close();
    }

    @Test
    @Order(1)
    void everyAcknowledgedRecordIsStored() {
        assertThat(ledger.acknowledged())
                .hasSizeGreaterThan(100)
                .allSatisfy(id -> assertThat(isStored(id)).as(id).isTrue());
    }

    @Test
    @Order(2)
    void reportsCountExactlyWhatIsStored() {
        Set<String> counted = counted();
        assertThat(counted).containsAll(ledger.acknowledged()).isSubsetOf(ledger.sent());
        assertThat(ledger.sent())
                .allSatisfy(id -> assertThat(isStored(id)).as(id).isEqualTo(counted.contains(id)));
        assertThat(won()).isEqualByComparingTo(BigDecimal.valueOf(counted.size()));
        assertThat(revenue()).isEqualByComparingTo(ledger.amountOf(counted));
    }

    @Test
    @Order(3)
    void sendingEverythingAgainStoresTheLostAndNothingTwice() {
        partner.push("deals", ledger.allDeals());

        assertThat(counted()).isEqualTo(ledger.sent());
        assertThat(won()).isEqualByComparingTo(BigDecimal.valueOf(ledger.sent().size()));
        assertThat(revenue()).isEqualByComparingTo(ledger.amountOf(ledger.sent()));
    }

    @Test
    @Order(4)
    void countsAgreeToTheRecordWithWhatIsStored() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonNode totals = partner.ingest()
                .get("/v1/reconciliation?from=" + today.minusDays(1) + "&to=" + today.plusDays(1))
                .json(200)
                .required("totals");
        long accepted = totals.required("accepted").asLong();

        assertThat(accepted).isEqualTo(ledger.sent().size());
        assertThat(totals.required("received").asLong())
                .isEqualTo(accepted
                        + totals.required("duplicates").asLong()
                        + totals.required("rejected").asLong());
    }

    private void killAtRandom(Random random) throws Exception {
        long end = System.nanoTime() + LENGTH.toNanos();
        KillableProduct.Part[] parts = KillableProduct.Part.values();
        for (int kill = 0; kill < FEWEST_KILLS || System.nanoTime() < end; kill++) {
            Waiting.pause(Duration.ofMillis(500 + random.nextInt(2_000)));
            // Each part in turn, so that none is spared; when is left to chance.
            KillableProduct.Part victim = parts[kill % parts.length];
            product.kill(victim);
            Waiting.pause(Duration.ofMillis(random.nextInt(1_500)));
            product.restart(victim);
            product.awaitReady();
        }
    }

    private boolean isStored(String id) {
        return switch (partner.ingest().get("/v1/deals/" + id).status()) {
            case 200 -> true;
            case 404 -> false;
            default -> throw new IllegalStateException("neither there nor missing: " + id);
        };
    }

    private Set<String> counted() {
        return partner.records(CLOSE_RATE).stream()
                .map(deal -> deal.required("id").asText())
                .collect(Collectors.toSet());
    }

    private BigDecimal won() {
        return partner.ask(CLOSE_RATE).total().numerator();
    }

    private BigDecimal revenue() {
        return partner.ask(REVENUE).total().companion("wonRevenue").value();
    }
}
