package crm.report.catalog;

import crm.engine.model.Aggregate;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.report.load.Origins;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Of which records a metric is made: those whose tables its facts name, and those that derived tables are made of. */
public final class Inputs {

    private static final Pattern NAME = Pattern.compile("\\w+");

    /** Tell whose a fact is, never whether it counts, unless a fact itself looks at them. */
    private static final String USERS = "users";

    private Inputs() {}

    /** Collections of the records that decide what is counted, companions included, by name. */
    public static Set<String> of(Metric metric) {
        Set<String> inputs = new TreeSet<>();
        Shape shape = metric.shape();
        Stream.concat(Stream.of(shape.formula()), shape.companions().stream().map(Shape.Companion::formula))
                .flatMap(formula -> formula.measures().stream())
                .flatMap(Inputs::of)
                .forEach(inputs::add);
        return inputs;
    }

    private static Stream<String> of(Measure measure) {
        Stream<String> counted = of(measure.fact());
        return measure.aggregate() instanceof Aggregate.Money
                ? Stream.concat(counted, Stream.of("exchange-rates"))
                : counted;
    }

    private static Stream<String> of(Fact fact) {
        return NAME.matcher(fact.table()).results().map(MatchResult::group).flatMap(name -> Origins.of(name).stream()
                .filter(each -> name.equals(USERS) || !each.equals(USERS)));
    }
}
