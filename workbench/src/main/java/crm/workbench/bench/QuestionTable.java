package crm.workbench.bench;

import java.util.List;
import java.util.Locale;

/** All questions beside their hand-written statements. */
record QuestionTable(List<QuestionBench.Compared> rows, Percentiles floor, Percentiles again) {

    /** The slowest question's median, by one client. */
    double worst() {
        return rows.stream().mapToDouble(row -> row.asked().alone().p50()).max().orElse(Double.NaN);
    }

    /** The middle of all ratios, the time of a request that asks nothing taken off. */
    double middleRatio() {
        double[] ratios = rows.stream().mapToDouble(this::netRatio).sorted().toArray();
        return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
    }

    double worstRatio() {
        return rows.stream().mapToDouble(this::netRatio).max().orElse(Double.NaN);
    }

    long different() {
        return rows.stream().filter(row -> row.differences() > 0).count();
    }

    double floorMilliseconds() {
        return floor.p50();
    }

    double againMilliseconds() {
        return again.p50();
    }

    private double netRatio(QuestionBench.Compared row) {
        return Math.max(0, row.asked().alone().p50() - floor.p50())
                / row.byHand().p50();
    }

    String told() {
        Table table = new Table(
                "metric",
                "period and grouping",
                "p50 ms, 1 client",
                "p99",
                "p50 ms, " + QuestionBench.CLIENTS + " clients",
                "p99",
                "by hand p50 ms",
                "ratio",
                "ratio without HTTP",
                "same values");
        for (QuestionBench.Compared row : rows) {
            QuestionBench.Asked asked = row.asked();
            table.row(
                    asked.metric().metric(),
                    asked.shape().words(),
                    Percentiles.told(asked.alone().p50()),
                    Percentiles.told(asked.alone().p99()),
                    Percentiles.told(asked.together().p50()),
                    Percentiles.told(asked.together().p99()),
                    Percentiles.told(row.byHand().p50()),
                    String.format(Locale.ROOT, "%.1f", row.ratio()),
                    String.format(Locale.ROOT, "%.1f", netRatio(row)),
                    row.differences() == 0 ? "yes" : "NO: " + row.differences() + " places");
        }
        return "A request that asks the store nothing takes " + Percentiles.told(floor.p50())
                + " ms; the same question again, data unchanged, " + Percentiles.told(again.p50()) + " ms.\n\n" + table;
    }
}
