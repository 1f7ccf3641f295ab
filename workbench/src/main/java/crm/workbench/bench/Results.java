package crm.workbench.bench;

import java.util.Locale;

/**
 * All that one run measured.
 *
 * @param caughtUpSeconds how long the reports were behind when the last record was in
 */
record Results(
        String machine,
        IngestBench.Result ingest,
        long averageLength,
        WorldLoad.Loaded loaded,
        double caughtUpSeconds,
        FreshnessBench.Result freshness,
        QuestionTable questions,
        SmallTenantBench.Result small,
        RebuildBench.Result rebuild,
        Memory memory) {

    Report report(String title) {
        return new Report(title)
                .line(machine)
                .line("One run, every path warmed. Absolute figures drift with the machine and with what else it does; "
                        + "the ratios are what to compare. The goals are meant for SIZE=large on an idle machine.")
                .section("Goals", goals().toString())
                .section("Ingest", ingest.told(averageLength))
                .section(
                        "The big tenant",
                        String.format(
                                Locale.ROOT,
                                "%s by batches of 1,000 over 4 connections; the reports had them all %.1f s later.",
                                loaded.told(),
                                caughtUpSeconds))
                .section("From 2xx to visible", freshness.told())
                .section("Questions about the big tenant", questions.told())
                .section("A small tenant beside it", small.told())
                .section("Start, rebuild, memory", rebuild.told() + "\nMemory after all questions: " + memory.told());
    }

    private Goals goals() {
        double limit = ingest.loadData().perSecond();
        return new Goals()
                .atLeast(
                        "durable ingest, batches of 100, to LOAD DATA",
                        0.75,
                        ingest.batches().perSecond() / limit,
                        "%.2f")
                .atLeast(
                        "durable ingest, single events, to one Panache transaction a request",
                        6,
                        ingest.singles().perSecond() / ingest.panache().perSecond(),
                        "%.1f")
                .atMost(
                        "durable ingest, single events, p99",
                        50,
                        ingest.singles().latencies().p99(),
                        "%.0f ms")
                .atMost("from 2xx to visible, p99", 1_000, freshness.visible().p99(), "%.0f ms")
                .atMost("slowest question, p50", 100, questions.worst(), "%.1f ms")
                .atMost("questions to SQL by hand, the middle one, without HTTP", 1.3, questions.middleRatio(), "%.1f")
                .atMost("questions to SQL by hand, the worst one, without HTTP", 1.3, questions.worstRatio(), "%.1f")
                .atMost("questions whose values differ from those by hand", 0, questions.different(), "%.0f")
                .atMost(
                        "the same question again, data unchanged, without HTTP",
                        2,
                        questions.againMilliseconds() - questions.floorMilliseconds(),
                        "%.1f ms")
                .atMost(
                        "a small tenant's question beside the big one, p50",
                        5,
                        small.beside().p50(),
                        "%.1f ms")
                .atLeast("rebuild, events a second", 50_000, rebuild.eventsPerSecond(), "%,.0f")
                .atMost("start to ready, store filled", 10, rebuild.ready().toMillis() / 1e3, "%.1f s")
                .atMost("memory of the ingest-service", 1_024, memory.ingest(), "%,.0f MiB")
                .atMost("memory of the report-service", 4_096, memory.report(), "%,.0f MiB");
    }
}
