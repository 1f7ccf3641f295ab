package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import java.util.List;

/**
 * What a metric means, completely.
 *
 * @param dateField the field whose moment decides the period
 * @param additive whether the values of parts add up to the value of the whole
 * @param parameters the metric's own
 * @param dimensions what it can be grouped and filtered by
 * @param companions numbers told beside the value
 * @param rules what else one has to know to recount it by hand
 * @param source where the definition comes from
 */
record DefinitionResponse(
        String id,
        String name,
        String description,
        String formula,
        String dateField,
        String unit,
        String displayUnit,
        boolean additive,
        List<OwnParameter> parameters,
        List<String> dimensions,
        List<CompanionDefinition> companions,
        List<String> rules,
        List<String> aliases,
        String source,
        int version) {

    /** A parameter of the metric's own; the first choice is the default. */
    record OwnParameter(String name, String description, List<String> choices) {}

    /** A number told beside the value. */
    record CompanionDefinition(String name, String unit) {}

    static DefinitionResponse of(Metric metric) {
        return new DefinitionResponse(
                metric.id(),
                metric.name(),
                metric.description(),
                metric.formulaText(),
                metric.dateField(),
                metric.unit().code(),
                metric.unit().display(),
                metric.additive(),
                metric.switches().stream().map(DefinitionResponse::parameter).toList(),
                metric.shape().dimensions().stream().map(Dimension::name).toList(),
                metric.shape().companions().stream()
                        .map(DefinitionResponse::companion)
                        .toList(),
                metric.rules(),
                metric.aliases(),
                metric.source(),
                Metric.DEFINITION_VERSION);
    }

    private static OwnParameter parameter(Switch each) {
        List<String> choices =
                switch (each) {
                    case Switch.Choice choice ->
                        choice.options().stream()
                                .map(option -> option.name() + ": " + option.description())
                                .toList();
                    case Switch.Number number -> List.of(number.minimum() + " to " + number.maximum());
                    case Switch.Members members -> members.members();
                    case Switch.Filter filter -> List.of("as filter[" + filter.dimension() + "]");
                };
        return new OwnParameter(each.name(), each.description(), choices);
    }

    private static CompanionDefinition companion(Shape.Companion companion) {
        return new CompanionDefinition(companion.name(), companion.unit().code());
    }
}
