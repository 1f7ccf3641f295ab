package crm.ingest.record;

import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.csv.CsvRow;
import crm.ingest.limit.Limits;
import crm.record.Field;
import crm.record.RecordKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a CSV of records: each names a field, and its cells become values as that field takes them. */
final class CsvColumns {

    private static final String CUSTOM = "custom";
    private static final String OWN_FIELD = CUSTOM + '.';

    private final List<Column> columns;

    /** One column, which holds a field of the record or, in it, one of {@code custom}. */
    private record Column(String name, boolean custom, CellWriter writer) {}

    private CsvColumns(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * The columns that a header names.
     *
     * @throws ProblemException with everything that is wrong with the header, once for all rows
     */
    static CsvColumns of(RecordKind kind, List<String> header) {
        List<Violation> violations = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        Map<String, Field> fields = kind.fieldsByName();
        Set<String> names = new HashSet<>();
        for (String name : header) {
            Optional<Column> column = column(kind, name, fields);
            column.ifPresentOrElse(columns::add, () -> violations.add(unknown(kind, name)));
            if (!names.add(name)) {
                violations.add(Violation.at(pointer(name), Fault.DUPLICATE_FIELD.code(), "The column is there twice."));
            }
        }
        requireColumns(kind, names, violations);
        requireRoom(header, names, violations);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_CONTENT,
                    "The header is wrong; nothing was stored. See errors.",
                    violations.stream()
                            .limit(Limits.PUBLISHED.errorsOfARecord())
                            .toList()));
        }
        return new CsvColumns(columns);
    }

    private static Optional<Column> column(RecordKind kind, String name, Map<String, Field> fields) {
        if (name.startsWith(OWN_FIELD)) {
            return Optional.of(ownColumn(kind, name.substring(OWN_FIELD.length())));
        }
        return switch (name) {
            case "id", "updatedAt" -> Optional.of(new Column(name, false, CellWriter.TEXT));
            case CUSTOM -> Optional.of(new Column(name, false, CellWriter.NESTED));
            default ->
                Optional.ofNullable(fields.get(name))
                        .map(field -> new Column(name, false, CellWriter.of(field.type())));
        };
    }

    private static Column ownColumn(RecordKind kind, String name) {
        CellWriter writer = kind.customFields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(field -> CellWriter.of(field.type()))
                .orElse(CellWriter.CUSTOM);
        return new Column(name, true, writer);
    }

    private static Violation unknown(RecordKind kind, String name) {
        return Violation.at(
                pointer(name),
                Fault.UNKNOWN_FIELD.code(),
                "No field of " + kind.collection() + " has the name of this column; own fields are " + OWN_FIELD
                        + "<name>.");
    }

    private static void requireColumns(RecordKind kind, Set<String> names, List<Violation> violations) {
        List<String> required = new ArrayList<>(List.of("id"));
        kind.fields().stream().filter(Field::required).map(Field::name).forEach(required::add);
        required.removeAll(names);
        for (String name : required) {
            violations.add(Violation.at(pointer(name), Fault.MISSING.code(), "The column must be there."));
        }
    }

    private static void requireRoom(List<String> header, Set<String> names, List<Violation> violations) {
        if (header.size() > Limits.PUBLISHED.columns()) {
            violations.add(Violation.at(
                    "", Fault.TOO_MANY_ITEMS.code(), "At most " + Limits.PUBLISHED.columns() + " columns."));
        }
        if (names.contains(CUSTOM) && names.stream().anyMatch(name -> name.startsWith(OWN_FIELD))) {
            violations.add(Violation.at(
                    pointer(CUSTOM),
                    Fault.DUPLICATE_FIELD.code(),
                    "Own fields are in one column, or in columns of their own, not both."));
        }
    }

    private static String pointer(String name) {
        return '/' + name.replace("~", "~0").replace("/", "~1");
    }

    int count() {
        return columns.size();
    }

    /** The row as a JSON object; empty cells are not given. Cells that no column is for keep their number. */
    String json(CsvRow row) {
        StringBuilder json = new StringBuilder("{");
        StringBuilder custom = new StringBuilder();
        List<String> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (cell.isEmpty()) {
                continue;
            }
            if (i >= columns.size()) {
                member("cell " + (i + 1), CellWriter.TEXT, cell, json);
            } else if (columns.get(i).custom()) {
                member(columns.get(i).name(), columns.get(i).writer(), cell, custom);
            } else {
                member(columns.get(i).name(), columns.get(i).writer(), cell, json);
            }
        }
        if (!custom.isEmpty()) {
            separate(json).append("\"custom\":{").append(custom).append('}');
        }
        return json.append('}').toString();
    }

    private static void member(String name, CellWriter writer, String cell, StringBuilder json) {
        JsonText.append(name, separate(json));
        writer.write(cell, json.append(':'));
    }

    private static StringBuilder separate(StringBuilder json) {
        boolean first = json.isEmpty() || json.length() == 1 && json.charAt(0) == '{';
        return first ? json : json.append(',');
    }
}
