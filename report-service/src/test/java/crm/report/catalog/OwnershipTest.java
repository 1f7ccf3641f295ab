package crm.report.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.model.Fact;
import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who asks for today's teams gets today's teams, whatever is counted. */
class OwnershipTest {

    @Test
    void everyFactKnowsTodaysTeam() {
        List<String> silent = Catalogue.metrics().stream()
                .flatMap(metric -> facts(metric.shape()))
                .filter(fact -> fact.dimension("team")
                        .filter(team -> team.today() == null)
                        .isPresent())
                .map(Fact::name)
                .distinct()
                .toList();

        assertThat(silent)
                .as("facts that do not tell today's team; see Ownership")
                .isEmpty();
    }

    private static Stream<Fact> facts(Shape shape) {
        Stream<Formula> formulas = Stream.concat(
                Stream.of(shape.formula()), shape.companions().stream().map(Shape.Companion::formula));
        Stream<Fact> own =
                formulas.flatMap(formula -> formula.measures().stream()).map(Measure::fact);
        Shape finer = shape.finer();
        return finer == null ? own : Stream.concat(own, facts(finer));
    }
}
