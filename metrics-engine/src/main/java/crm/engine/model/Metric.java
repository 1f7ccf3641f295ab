package crm.engine.model;

import java.util.List;
import java.util.Optional;

/**
 * A number with a definition.
 *
 * @param id kebab case, as in paths
 * @param name what people call it
 * @param description what it tells, in a sentence or two
 * @param formulaText the formula in words
 * @param dateField the field whose moment decides the period
 * @param additive whether the values of parts add up to the value of the whole
 * @param rules what else one has to know to recount it by hand
 * @param source where the definition comes from
 */
public record Metric(
        String id,
        String name,
        String description,
        String formulaText,
        String dateField,
        Unit unit,
        boolean additive,
        Shape shape,
        List<Switch> switches,
        List<String> rules,
        List<String> aliases,
        String source) {

    /** Grows when the definition changes so that a number may differ. */
    public static final int DEFINITION_VERSION = 1;

    public Metric {
        switches = List.copyOf(switches);
        rules = List.copyOf(rules);
        aliases = List.copyOf(aliases);
    }

    public Optional<Switch> switchNamed(String wanted) {
        return switches.stream().filter(each -> each.name().equals(wanted)).findFirst();
    }
}
