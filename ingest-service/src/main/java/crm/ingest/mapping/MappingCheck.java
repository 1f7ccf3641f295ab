package crm.ingest.mapping;

import crm.http.problem.Violation;
import crm.ingest.mapping.Column.CustomType;
import crm.ingest.mapping.Column.Unit;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a mapping fits the records it should make. */
final class MappingCheck {

    private final Mapping mapping;
    private final RecordKind kind;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> given = new HashSet<>();

    private MappingCheck(Mapping mapping, RecordKind kind) {
        this.mapping = mapping;
        this.kind = kind;
    }

    /** Everything that does not fit. */
    static List<Violation> of(Mapping mapping) {
        Optional<RecordKind> kind = RecordKinds.ofCollection(mapping.collection());
        if (kind.isEmpty()) {
            return List.of(Violation.at("/collection", "not_a_member", "There is no such collection."));
        }
        MappingCheck check = new MappingCheck(mapping, kind.get());
        check.run();
        return check.violations;
    }

    private void run() {
        for (int index = 0; index < mapping.columns().size(); index++) {
            column("/columns/" + index, mapping.columns().get(index));
        }
        mapping.constants().keySet().forEach(field -> field("/constants/" + field, field));
        if (mapping.madeId() != null) {
            given.add("id");
        }
        requireGiven("id");
        kind.fields().stream().filter(Field::required).map(Field::name).forEach(this::requireGiven);
    }

    private void requireGiven(String field) {
        if (!given.contains(field)) {
            violations.add(
                    Violation.at("/columns", "missing", "Nothing gives " + field + ", which every record must have."));
        }
    }

    private void column(String pointer, Column column) {
        field(pointer + "/to", column.to());
        boolean custom = column.to().startsWith(Mapping.CUSTOM);
        if (column.as() != CustomType.TEXT && !custom) {
            violations.add(Violation.at(pointer + "/as", "out_of_range", "Only of a field under custom."));
        }
        boolean number = custom
                ? column.as() == CustomType.NUMBER
                : kind.field(column.to())
                        .filter(field ->
                                field.type() instanceof FieldType.Decimal || field.type() instanceof FieldType.Whole)
                        .isPresent();
        if (column.unit() != Unit.NONE && !number) {
            violations.add(Violation.at(pointer + "/unit", "out_of_range", "Only of a field that is a number."));
        }
    }

    private void field(String pointer, String field) {
        boolean own = field.startsWith(Mapping.CUSTOM) && field.length() > Mapping.CUSTOM.length();
        if (!own
                && !field.equals("id")
                && !field.equals("updatedAt")
                && kind.field(field).isEmpty()) {
            violations.add(Violation.at(
                    pointer, "unknown_field", "There is no such field of " + kind.collection() + "; own: custom.…"));
        }
        given.add(field);
    }
}
