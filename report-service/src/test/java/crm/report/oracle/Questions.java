package crm.report.oracle;

import crm.engine.model.Metric;
import crm.engine.model.Switch;
import crm.engine.query.Attribution;
import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeGrain;
import crm.report.catalog.Catalogue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Random questions about a world. Every option of every switch comes up: it is each question's turn to ask one. */
final class Questions {

    private static final List<String> FIRST_DAYS =
            List.of("2023-11-01", "2024-01-01", "2024-02-01", "2024-02-29", "2024-03-01", "2024-03-09", "2024-03-30");
    private static final List<Integer> LENGTHS = List.of(1, 2, 7, 29, 31, 60, 91, 152);

    private final Truth truth;
    private final World world;
    private final Chance chance;

    Questions(Truth truth, long seed) {
        this.truth = truth;
        this.world = truth.world();
        this.chance = new Chance(seed);
    }

    /** The metrics, and those measures that random companies have records for. */
    private static List<Metric> asked() {
        return Stream.concat(
                        Catalogue.metrics().stream(),
                        Catalogue.measures().stream().filter(each -> !MeasureDefinitions.ELSEWHERE.contains(each.id())))
                .toList();
    }

    /** Every choice that a catalogue's metric offers, one after the other. */
    static List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        for (Metric metric : asked()) {
            turns.add(new Turn(metric, "", ""));
            for (Switch each : metric.switches()) {
                switch (each) {
                    case Switch.Choice choice ->
                        choice.options().forEach(option -> turns.add(new Turn(metric, each.name(), option.name())));
                    case Switch.Number number -> {
                        turns.add(new Turn(metric, each.name(), Integer.toString(number.minimum())));
                        turns.add(new Turn(metric, each.name(), Integer.toString(Math.min(9, number.maximum()))));
                        turns.add(new Turn(metric, each.name(), Integer.toString(number.maximum())));
                    }
                    case Switch.Members members ->
                        members.members().forEach(member -> turns.add(new Turn(metric, each.name(), member)));
                    case Switch.Filter filter -> {}
                }
            }
        }
        return turns;
    }

    /** A metric and an option of one of its switches that must be asked. */
    record Turn(Metric metric, String name, String option) {}

    Question ask(Turn turn) {
        Map<String, String> switches = new LinkedHashMap<>();
        for (Switch each : turn.metric().switches()) {
            if (!(each instanceof Switch.Filter) && chance.oneIn(3)) {
                switches.put(each.name(), option(each));
            }
        }
        if (!turn.name().isEmpty()) {
            switches.put(turn.name(), turn.option());
        }
        ZoneId zone = chance.oneIn(2) ? world.zone() : chance.of(Chance.ZONES);
        LocalDate first = LocalDate.parse(chance.of(FIRST_DAYS));
        int days = chance.of(LENGTHS);
        Instant from = first.atStartOfDay(zone).toInstant();
        Instant to = first.plusDays(days).atStartOfDay(zone).toInstant();
        if (chance.oneIn(4)) {
            from = from.plus(Duration.ofSeconds(chance.below(80_000), 1000L * chance.below(2)));
        }
        if (chance.oneIn(4)) {
            to = to.plus(Duration.ofSeconds(chance.below(80_000)));
        }
        Question plain = new Question(
                turn.metric().id(),
                switches,
                from,
                to,
                zone,
                new ReportingCalendar(chance.of(DayOfWeek.values()), chance.of(Month.values())),
                chance.oneIn(3) ? chance.of("USD", "EUR", "JPY") : world.currency(),
                chance.oneIn(5) ? null : grain(days),
                List.of(),
                Map.of(),
                chance.oneIn(3) ? Attribution.CURRENT : Attribution.AT_EVENT);
        return withDimensions(plain);
    }

    private TimeGrain grain(int days) {
        TimeGrain grain = chance.of(TimeGrain.values());
        return grain == TimeGrain.HOUR && days > 7 || grain == TimeGrain.DAY && days > 100 ? TimeGrain.WEEK : grain;
    }

    private Question withDimensions(Question plain) {
        Oracle oracle = truth.oracle(plain);
        List<String> dimensions = oracle.dimensions().stream().sorted().toList();
        List<String> groupBy = List.copyOf(chance.some(dimensions, chance.oneIn(3) ? 3 : 1));
        Map<String, List<String>> filters = new LinkedHashMap<>();
        if (chance.oneIn(3)) {
            String dimension = chance.of(dimensions);
            Set<String> members = new LinkedHashSet<>(List.of(Members.NONE, "nobody"));
            Period whole =
                    new Period(Instant.EPOCH.plusSeconds(86400), Instant.parse("2024-06-01T00:00:00Z"), world.now());
            oracle.parts().stream()
                    .filter(part -> part.dimensions().contains(dimension))
                    .forEach(part -> part.in(whole)
                            .forEach(row -> members.add(row.members().of(dimension, plain.attribution()))));
            List<String> wanted = new ArrayList<>(chance.some(List.copyOf(members), 4));
            if (chance.oneIn(3)) {
                String bound = Oracle.NUMBERS.contains(dimension) ? "4" : chance.of("b", "d-1", "v");
                filters.put(dimension + chance.of("[gte]", "[lt]"), List.of(bound));
            } else {
                filters.put(dimension + chance.of("", "", "[not]"), wanted.isEmpty() ? List.of(Members.NONE) : wanted);
            }
        }
        return new Question(
                plain.metric(),
                plain.switches(),
                plain.from(),
                plain.to(),
                plain.zone(),
                plain.calendar(),
                plain.currency(),
                plain.grain(),
                groupBy,
                filters,
                plain.attribution());
    }

    private String option(Switch each) {
        return switch (each) {
            case Switch.Choice choice -> chance.of(choice.options()).name();
            case Switch.Number number ->
                Integer.toString(Math.min(number.maximum(), number.minimum() + chance.below(chance.of(20, 200))));
            case Switch.Members members -> {
                Set<String> some = chance.some(members.members(), 3);
                yield some.isEmpty() ? members.members().getFirst() : String.join(",", some);
            }
            case Switch.Filter filter -> throw new IllegalArgumentException("asked as a filter: " + filter);
        };
    }
}
