package crm.ingest.mapping;

import crm.http.problem.Violation;
import crm.ingest.mapping.Mapping.MadeId;
import crm.record.Field;
import crm.record.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what a mapping does with the columns of a file, and what stands in the way. */
final class RowPlan {

    private static final NumberRules PLAIN_NUMBERS = NumberRules.USUAL;
    private static final DateRules.Reader PLAIN_DATES = DateRules.USUAL.reader();

    private final Mapping mapping;
    private final RecordKind kind;
    private final Header header;
    private final DateRules.Reader dates;
    private final Map<String, List<Source>> sources = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final List<Violation> violations = new ArrayList<>();
    private List<String> ignored = List.of();
    private List<Integer> idCells = List.of();

    RowPlan(Mapping mapping, List<String> names) {
        this.mapping = mapping;
        this.kind = mapping.kind();
        this.header = new Header(names);
        this.dates = mapping.dates().reader();
        mapping.columns().forEach(this::find);
        mapping.ignored().forEach(header::place);
        findId();
        settleUnknown();
        requireGiven();
    }

    List<Violation> violations() {
        return violations;
    }

    List<Integer> idCells() {
        return idCells;
    }

    int width() {
        return header.names().size();
    }

    ColumnUse use() {
        List<String> mapped = new ArrayList<>(header.names());
        mapped.removeAll(ignored);
        mapped.removeIf(String::isEmpty);
        return new ColumnUse(mapped, ignored, List.copyOf(missing));
    }

    /** The fields in order of the mapping, those with a constant alone last. */
    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        sources.forEach((field, from) -> targets.add(target(field, from)));
        mapping.constants().keySet().stream()
                .filter(field -> !sources.containsKey(field))
                .sorted()
                .forEach(field -> targets.add(target(field, List.of())));
        return targets;
    }

    private Target target(String field, List<Source> from) {
        Column like = Column.same(field);
        CellReader constant = CellReader.of(like, kind.field(field), PLAIN_NUMBERS, PLAIN_DATES);
        return new Target(field, from, mapping.constants().get(field), constant);
    }

    private void find(Column column) {
        List<Integer> cells = new ArrayList<>();
        for (String name : column.from()) {
            place(name).ifPresent(cells::add);
        }
        Column.Condition onlyIf = column.onlyIf();
        Optional<Integer> condition = onlyIf == null ? Optional.of(-1) : place(onlyIf.column());
        if (!cells.isEmpty() && condition.isPresent()) {
            add(column, cells, condition.get());
        } else if (cells.isEmpty()) {
            missing.add(String.join(" / ", column.from()));
        }
    }

    private Optional<Integer> place(String name) {
        if (header.isTwice(name)) {
            violations.add(
                    Violation.at("", "ambiguous_column", "The file has several columns named \"" + name + "\"."));
        }
        Optional<Integer> place = header.place(name);
        return place;
    }

    private void add(Column column, List<Integer> cells, int condition) {
        Optional<Field> field = kind.field(column.to());
        CellReader reader = CellReader.of(column, field, mapping.numbers(), dates);
        sources.computeIfAbsent(column.to(), to -> new ArrayList<>()).add(new Source(column, cells, condition, reader));
    }

    private void findId() {
        MadeId madeId = mapping.madeId();
        if (madeId == null) {
            return;
        }
        List<Integer> cells = new ArrayList<>();
        for (String name : madeId.columns()) {
            place(name)
                    .ifPresentOrElse(
                            cells::add,
                            () -> violations.add(Violation.at(
                                    "",
                                    "missing_column",
                                    "The id is made from \"" + name + "\", which the file has not.")));
        }
        if (madeId.columns().isEmpty()) {
            for (int place = 0; place < width(); place++) {
                cells.add(place);
            }
        }
        idCells = cells;
    }

    private void settleUnknown() {
        List<String> unknown = header.unused();
        if (isPlain()) {
            unknown = takeOwnFields(unknown);
        }
        switch (mapping.unknownColumns()) {
            case IGNORE -> ignored = unknown;
            case CUSTOM -> unknown.forEach(name -> own(name, ColumnName.asField(name)));
            case REFUSE ->
                unknown.forEach(name -> violations.add(
                        Violation.at("", "unknown_column", "The mapping does not know the column \"" + name + "\".")));
        }
        Set<String> all = new LinkedHashSet<>(ignored);
        mapping.ignored().stream()
                .flatMap(name -> header.place(name).stream())
                .map(header.names()::get)
                .forEach(all::add);
        ignored = List.copyOf(all);
    }

    /** A file whose columns are named like fields may name the tenant's own too. */
    private boolean isPlain() {
        return mapping.unknownColumns() == Mapping.UnknownColumns.REFUSE;
    }

    private List<String> takeOwnFields(List<String> unknown) {
        unknown.stream()
                .filter(RowPlan::isOwnField)
                .forEach(name -> own(name, name.substring(Mapping.CUSTOM.length())));
        return unknown.stream().filter(name -> !isOwnField(name)).toList();
    }

    private static boolean isOwnField(String name) {
        return name.startsWith(Mapping.CUSTOM) && name.length() > Mapping.CUSTOM.length();
    }

    private void own(String name, String field) {
        String to = Mapping.CUSTOM + field;
        if (field.isEmpty() || sources.containsKey(to)) {
            violations.add(Violation.at(
                    "", "ambiguous_column", "The column \"" + name + "\" cannot be told from another field."));
            return;
        }
        Column like = Column.same(to);
        place(name).ifPresent(place -> add(like, List.of(place), -1));
    }

    private void requireGiven() {
        if (mapping.madeId() == null) {
            requireGiven("id");
        }
        kind.fields().stream().filter(Field::required).map(Field::name).forEach(this::requireGiven);
    }

    private void requireGiven(String field) {
        if (!sources.containsKey(field) && !mapping.constants().containsKey(field)) {
            violations.add(Violation.at("", "missing_column", "The file has no column that gives " + field + "."));
        }
    }
}
