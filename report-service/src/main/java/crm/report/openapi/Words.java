package crm.report.openapi;

import crm.engine.model.Metric;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A metric in the document's words. */
final class Words {

    private Words() {}

    /** {@code close-rate} as {@code CloseRate}. */
    static String upperCamel(String kebab) {
        return Stream.of(kebab.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }

    static String describe(Metric metric) {
        String rules = metric.rules().stream().map(rule -> "\n- " + rule).collect(Collectors.joining());
        return "%s\n\nFormula: %s. The period is decided by %s. %s\n%s"
                .formatted(
                        metric.description(),
                        metric.formulaText(),
                        metric.dateField(),
                        metric.additive()
                                ? "Values of parts add up to the value of the whole."
                                : "Values of parts do not add up to the value of the whole.",
                        rules);
    }
}
