package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.record.CustomField;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.report.load.FactTables;
import crm.tenant.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a tenant's own, as dimensions of the facts that keep them: {@code custom.plan}. */
final class OwnFields {

    static final OwnFields NONE = new OwnFields(List.of());

    private static final String PREFIX = "custom.";
    private static final String COLUMN = "custom";

    /** Facts that are worked out of records and keep their own fields, by the records' table. */
    private static final Map<String, List<String>> KEPT_BY =
            Map.of("deals", List.of(FactTables.DEAL_FACTS.name(), FactTables.DEAL_STATES.name()));

    /** By name, of each collection that has such a field. */
    private final Map<String, List<FieldDefinition>> definitions;

    OwnFields(List<FieldDefinition> definitions) {
        this.definitions = definitions.stream()
                .collect(Collectors.groupingBy(
                        definition -> definition.field().name(), LinkedHashMap::new, Collectors.toList()));
    }

    static boolean isNamedIn(String parameter) {
        return parameter.contains(PREFIX);
    }

    /** Those that every record counted by the metric's value may have. */
    List<Dimension> dimensions(Shape shape) {
        Set<String> tables = shape.formula().measures().stream()
                .map(Measure::fact)
                .map(Fact::table)
                .collect(Collectors.toSet());
        return definitions.entrySet().stream()
                .map(entry -> dimension(entry.getKey(), entry.getValue()))
                .filter(dimension ->
                        ((Dimension.InJson) dimension.source()).tables().containsAll(tables))
                .toList();
    }

    /** Numbers where every collection has numbers under that name. */
    private static Dimension dimension(String name, List<FieldDefinition> definitions) {
        List<String> tables = definitions.stream()
                .map(FieldDefinition::collection)
                .sorted()
                .map(RecordKinds::ofCollection)
                .flatMap(Optional::stream)
                .map(RecordKind::table)
                .flatMap(table -> Stream.concat(Stream.of(table), KEPT_BY.getOrDefault(table, List.of()).stream()))
                .toList();
        return definitions.stream().allMatch(definition -> definition.field().type() == CustomField.Type.NUMBER)
                ? Dimension.numberInJson(PREFIX + name, tables, COLUMN, name)
                : Dimension.inJson(PREFIX + name, tables, COLUMN, name);
    }
}
