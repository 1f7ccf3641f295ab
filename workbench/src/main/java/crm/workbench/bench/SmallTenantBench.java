package crm.workbench.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a small tenant waits for its answer, alone and while many clients ask about the big one. */
record SmallTenantBench(Product product, BenchmarkTenant small, QuestionBench big, LocalDate today) {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** The small tenant's times. */
    record Result(Percentiles alone, Percentiles beside) {
        String told() {
            return new Table("a small tenant's question", "p50 ms", "p99 ms")
                    .row("alone", Percentiles.told(alone.p50()), Percentiles.told(alone.p99()))
                    .row(
                            "while " + QuestionBench.CLIENTS + " clients ask about the big tenant",
                            Percentiles.told(beside.p50()),
                            Percentiles.told(beside.p99()))
                    .toString();
        }
    }

    Result run() {
        ask();
        Percentiles alone = ask();
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService background = Executors.newSingleThreadExecutor()) {
            Future<Load.Result> questions = background.submit(() -> new Load(
                            product.report(), QuestionBench.CLIENTS, LIMIT.multipliedBy(4))
                    .run(() -> enough.get() ? Optional.empty() : big.anything().get(), reply -> reply.orFail(200)));
            Percentiles beside = ask();
            enough.set(true);
            Load.await(questions);
            return new Result(alone, beside);
        }
    }

    private Percentiles ask() {
        byte[] question =
                HttpConnection.get(QuestionShape.YEAR_BY_MONTH.path("sales-calls-made", today), small.reportKey());
        return new Load(product.report(), 1, LIMIT)
                .run(() -> Optional.of(question), reply -> reply.orFail(200))
                .latencies();
    }
}
