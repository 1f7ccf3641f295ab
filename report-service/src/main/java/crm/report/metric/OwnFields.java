package crm.report.metric;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Shape;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.report.load.FactTables;
import crm.tenant.FieldDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a tenant's own, as dimensions of the facts that keep them: {@code custom.plan}. */
final class OwnFields {

    static final OwnFields NONE = new OwnFields(List.of());

    private static final String PREFIX = "custom.";
    private static final String COLUMN = "custom";

    /** Facts that are worked out of records and keep their own fields, by the records' table. */
    private static final Map<String, String> KEPT_BY = Map.of("deals", FactTables.DEAL_FACTS.name());

    /** The collections that have a field of the name. */
    private final Map<String, Set<String>> collections = new LinkedHashMap<>();

    OwnFields(List<FieldDefinition> definitions) {
        definitions.forEach(definition -> collections
                .computeIfAbsent(definition.field().name(), name -> new TreeSet<>())
                .add(definition.collection()));
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
        return collections.entrySet().stream()
                .map(entry -> dimension(entry.getKey(), entry.getValue()))
                .filter(dimension ->
                        ((Dimension.InJson) dimension.source()).tables().containsAll(tables))
                .toList();
    }

    private static Dimension dimension(String name, Set<String> collections) {
        List<String> tables = collections.stream()
                .map(RecordKinds::ofCollection)
                .flatMap(Optional::stream)
                .map(RecordKind::table)
                .flatMap(table -> Stream.concat(Stream.of(table), Stream.ofNullable(KEPT_BY.get(table))))
                .toList();
        return Dimension.inJson(PREFIX + name, tables, COLUMN, name);
    }
}
