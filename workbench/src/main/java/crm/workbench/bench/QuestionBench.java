package crm.workbench.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Every metric in every shape over HTTP, and by hand-written SQL on the same file. The period moves by a day from one
 * question to the next, so that no answer can be remembered.
 */
final class QuestionBench {

    static final int CLIENTS = 8;
    private static final int ASKS = 30;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int DAYS_MOVED = 60;

    private final Product product;
    private final BenchmarkTenant tenant;
    private final LocalDate today;

    QuestionBench(Product product, BenchmarkTenant tenant, LocalDate today) {
        this.product = product;
        this.tenant = tenant;
        this.today = today;
    }

    /** A question over HTTP, asked by one client and by eight. */
    record Asked(HandSql metric, QuestionShape shape, Percentiles alone, Percentiles together, Figures figures) {}

    /** The same by hand; differences are places whose values are not those of the answer. */
    record Compared(Asked asked, Percentiles byHand, int differences) {
        double ratio() {
            return asked.alone().p50() / byHand.p50();
        }
    }

    void warm(Duration round) throws IOException, SQLException {
        WarmUp.untilSteady(() -> {
            AtomicInteger answered = new AtomicInteger();
            return new Load(product.report(), 2, round)
                    .run(anything(), reply -> {
                        reply.orFail(200);
                        answered.incrementAndGet();
                    })
                    .perSecond(answered.get());
        });
    }

    /** Questions of all kinds without end. */
    Supplier<Optional<byte[]>> anything() {
        return () -> {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            HandSql metric = HandSql.ALL.get(random.nextInt(HandSql.ALL.size()));
            QuestionShape shape = QuestionShape.values()[random.nextInt(QuestionShape.values().length)];
            LocalDate end = today.minusDays(random.nextInt(DAYS_MOVED));
            return Optional.of(HttpConnection.get(shape.path(metric.metric(), end), tenant.reportKey()));
        };
    }

    List<Asked> overHttp() throws IOException {
        List<Asked> all = new ArrayList<>();
        for (HandSql metric : HandSql.ALL) {
            for (QuestionShape shape : QuestionShape.values()) {
                all.add(new Asked(
                        metric, shape, ask(metric, shape, 1), ask(metric, shape, CLIENTS), answer(metric, shape)));
            }
        }
        return all;
    }

    /** The time of a request that asks the store nothing. */
    Percentiles floor() {
        return repeated("/v1/metrics/close-rate/definition");
    }

    /** The time of a question that was asked before. */
    Percentiles again() {
        return repeated(QuestionShape.MONTH_BY_DAY.path("close-rate", today));
    }

    List<Compared> byHand(List<Asked> questions, Path store) throws IOException, SQLException {
        try (ColumnFile file = ColumnFile.of(store, tenant)) {
            List<Compared> all = new ArrayList<>();
            for (Asked asked : questions) {
                Figures figures = file.ask(asked.metric().text(asked.shape(), today));
                Stopwatch watch = new Stopwatch(LIMIT);
                for (int index = 0; index < ASKS && !watch.isOver(); index++) {
                    String sql = asked.metric().text(asked.shape(), moved(index));
                    watch.time(() -> file.ask(sql));
                }
                all.add(new Compared(asked, watch.percentiles(), asked.figures().differences(figures)));
            }
            return all;
        }
    }

    private Percentiles ask(HandSql metric, QuestionShape shape, int clients) {
        AtomicInteger next = new AtomicInteger();
        int asks = clients == 1 ? ASKS : ASKS * 3;
        Supplier<Optional<byte[]>> questions = () -> {
            int index = next.getAndIncrement();
            return index < asks
                    ? Optional.of(HttpConnection.get(shape.path(metric.metric(), moved(index)), tenant.reportKey()))
                    : Optional.empty();
        };
        return new Load(product.report(), clients, LIMIT)
                .run(questions, reply -> reply.orFail(200))
                .latencies();
    }

    private Figures answer(HandSql metric, QuestionShape shape) throws IOException {
        try (HttpConnection connection = new HttpConnection(product.report())) {
            byte[] question = HttpConnection.get(shape.path(metric.metric(), today), tenant.reportKey());
            return Figures.of(connection.send(question).orFail(200).json(), shape);
        }
    }

    private Percentiles repeated(String path) {
        byte[] question = HttpConnection.get(path, tenant.reportKey());
        return new Load(product.report(), 1, LIMIT)
                .run(() -> Optional.of(question), reply -> reply.orFail(200))
                .latencies();
    }

    private LocalDate moved(int index) {
        return today.minusDays(index % DAYS_MOVED);
    }
}
