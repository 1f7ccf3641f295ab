package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Formula;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import crm.report.catalog.Inputs;
import crm.report.catalog.Language;
import crm.report.catalog.MetricNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a metric means, completely.
 *
 * @param names by language
 * @param dateField the field whose moment decides the period
 * @param additive whether the values of parts add up to the value of the whole
 * @param empty the value where nothing is found
 * @param inputs collections of the records that it is made of
 * @param parameters the metric's own
 * @param dimensions what it can be grouped and filtered by
 * @param companions numbers told beside the value
 * @param rules what else one has to know to recount it by hand
 * @param source where the definition comes from
 */
record DefinitionResponse(
        String id,
        String name,
        Map<String, String> names,
        String description,
        String formula,
        String dateField,
        String unit,
        String displayUnit,
        boolean additive,
        String empty,
        List<String> inputs,
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

    static DefinitionResponse of(Metric metric, Language language) {
        return new DefinitionResponse(
                metric.id(),
                MetricNames.of(metric, language),
                names(metric),
                metric.description(),
                metric.formulaText(),
                metric.dateField(),
                metric.unit().code(),
                metric.unit().display(),
                metric.additive(),
                empty(metric.shape().formula()),
                List.copyOf(Inputs.of(metric)),
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

    private static String empty(Formula formula) {
        return switch (formula) {
            case Formula.Single single -> "0";
            case Formula.Ratio ratio -> nothing(ratio.emptyReason());
            case Formula.OnlyIf onlyIf -> empty(onlyIf.formula());
            case Formula.PerDay perDay -> nothing(perDay.emptyReason());
            case Formula.Growth growth -> nothing(growth.emptyReason());
            case Formula.CostOfEach each -> nothing(each.emptyReason()) + ", or " + each.unknownReason();
            case Formula.Return gain -> nothing(gain.emptyReason());
            case Formula.Mean mean -> nothing(mean.emptyReason());
            case Formula.MeanAge age -> nothing(age.emptyReason());
        };
    }

    private static String nothing(String reason) {
        return "null, with the reason " + reason;
    }

    private static Map<String, String> names(Metric metric) {
        Map<String, String> names = new LinkedHashMap<>();
        MetricNames.of(metric).forEach((language, name) -> names.put(language.code(), name));
        return names;
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
