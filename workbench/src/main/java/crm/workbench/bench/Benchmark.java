package crm.workbench.bench;

import crm.workbench.launch.DatabaseAddress;
import crm.workbench.launch.LaunchFailed;
import crm.workbench.launch.Screen;
import crm.workbench.sample.SampleSize;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Starts the packaged product on data of its own, measures it in one run and keeps what came of it. */
public final class Benchmark {

    /** About 1,000 facts. */
    private static final SampleSize SMALL_TENANT = new SampleSize(20, 200, 2, 700);

    private final BenchmarkSize size;
    private final LocalDate today;
    private final Screen screen;

    private Benchmark(BenchmarkSize size, LocalDate today, Screen screen) {
        this.size = size;
        this.today = today;
        this.screen = screen;
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), false);
        try {
            BenchmarkSize size = BenchmarkSize.named(arguments.length == 0 ? "small" : arguments[0]);
            LocalDate today = LocalDate.now(Clock.system(ZoneId.of(Product.ZONE)));
            new Benchmark(size, today, screen).run();
        } catch (BenchmarkFailed | LaunchFailed failed) {
            screen.failure(String.valueOf(failed.getMessage()));
            System.exit(1);
        }
    }

    private void run() throws IOException, SQLException {
        double loadAtStart = Machine.loadAverage();
        Path data = Path.of(
                "workbench",
                "target",
                "benchmark",
                Long.toString(ProcessHandle.current().pid()));
        Results results;
        try (Product product = Product.start(data, screen)) {
            Runtime.getRuntime().addShutdownHook(new Thread(product::close, "stop-product"));
            results = measure(product, loadAtStart);
        }
        WorkingFolder.delete(data);
        Report report = results.report("Benchmark of " + today + ", SIZE=" + size.word());
        screen.line(report.toString());
        Path file = Path.of("bench", "results", today + "-" + size.word() + ".md");
        report.keep(file);
        screen.done("kept in " + file);
    }

    private Results measure(Product product, double loadAtStart) throws IOException, SQLException {
        DatabaseAddress database = product.installation().database();
        LogTwin twin = new LogTwin(database);

        screen.step("ingest");
        IngestBench ingestBench = new IngestBench(product, twin, size, CallRows.of(size.ingestRows(), today), today);
        IngestBench.Result ingest = ingestBench.run();

        screen.step("loading the big tenant");
        BenchmarkTenant big = product.newTenant("big");
        BenchmarkTenant small = product.newTenant("small");
        WorldLoad world = new WorldLoad(product, today, size.loading());
        WorldLoad.Loaded loaded = world.into(big, size.world());
        WorldLoad.Loaded loadedSmall = world.into(small, SMALL_TENANT);
        long behind = System.nanoTime();
        awaitVisible(product, big, loaded.records());
        awaitVisible(product, small, loadedSmall.records());
        double caughtUpSeconds = (System.nanoTime() - behind) / 1e9;

        screen.step("freshness");
        FreshnessBench.Result freshness = freshness(product, big);

        screen.step("questions");
        QuestionBench questions = new QuestionBench(product, big, today);
        questions.warm(size.warming());
        List<QuestionBench.Asked> asked = questions.overHttp();
        Percentiles floor = questions.floor();
        Percentiles again = questions.again();
        SmallTenantBench.Result smallTenant = new SmallTenantBench(product, small, questions, today).run();
        Memory memory = Memory.of(product);

        screen.step("the same questions by hand");
        product.installation().stopReportService();
        Path store = product.installation().storeDirectory();
        QuestionTable table = new QuestionTable(questions.byHand(asked, store), floor, again);
        String columnStore;
        try (ColumnFile file = ColumnFile.of(store, big)) {
            columnStore = file.version();
        }

        screen.step("rebuild");
        RebuildBench.Result rebuild = new RebuildBench(product, today, size.loading()).run();
        return new Results(
                Machine.told(loadAtStart, twin.version(), columnStore),
                ingest,
                ingestBench.averageLength(),
                loaded,
                caughtUpSeconds,
                freshness,
                table,
                smallTenant,
                rebuild,
                memory);
    }

    /** Twice, the first time to warm. */
    private FreshnessBench.Result freshness(Product product, BenchmarkTenant tenant) {
        new FreshnessBench(product, tenant, today, size.path(), "warm").run();
        return new FreshnessBench(product, tenant, today, size.path(), "measured").run();
    }

    private void awaitVisible(Product product, BenchmarkTenant tenant, long position) throws IOException {
        String question = "/v1/metrics/campaigns?from=" + today.minusDays(1) + "&to=" + today;
        product.askWith(tenant, question, position, size.loading().toSeconds());
    }
}
