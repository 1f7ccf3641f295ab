package crm.report.metric;

import crm.engine.query.TimeRange;
import crm.report.metric.Comparison.Align;
import crm.report.metric.Comparison.Base;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what is compared with: {@code compare} and {@code align}. */
final class ComparisonReader {

    private static final String BETWEEN = "..";

    private final Parameters parameters;
    private final PeriodReader periods;

    ComparisonReader(Parameters parameters, PeriodReader periods) {
        this.parameters = parameters;
        this.periods = periods;
    }

    Optional<Comparison> read() {
        Optional<Align> align =
                parameters.one("align", "unknown_alignment", "to-date, full or same-weekday", this::align);
        Optional<String> compare = parameters.one("compare");
        if (compare.isEmpty() && parameters.one("align").isPresent()) {
            parameters.fault("align", "nothing_to_align", "give compare too");
        }
        return compare.flatMap(this::base).map(base -> new Comparison(base, align.orElse(Align.TO_DATE)));
    }

    private Optional<Align> align(String word) {
        return Stream.of(Align.values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }

    private Optional<Base> base(String text) {
        return switch (text) {
            case "previous" -> Optional.of(new Comparison.Previous());
            case "year" -> Optional.of(new Comparison.YearBefore());
            default -> range(text).map(Comparison.Other::new);
        };
    }

    private Optional<TimeRange> range(String text) {
        int between = text.indexOf(BETWEEN);
        if (between < 0) {
            parameters.fault("compare", "unknown_comparison", "previous, year, or from..to");
            return Optional.empty();
        }
        return periods.between("compare", text.substring(0, between), text.substring(between + BETWEEN.length()));
    }
}
