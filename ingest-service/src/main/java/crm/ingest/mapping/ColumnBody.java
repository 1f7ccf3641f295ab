package crm.ingest.mapping;

import crm.ingest.mapping.Column.Condition;
import crm.ingest.mapping.Column.CustomType;
import crm.ingest.mapping.Column.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One column of a mapping as JSON. */
final class ColumnBody {

    private static final int MOST_JOINED = 20;
    private static final Set<String> NAMES =
            Set.of("from", "to", "joinedBy", "values", "otherwise", "ifEmpty", "unit", "as", "splitBy", "onlyIf");

    private ColumnBody() {}

    static Column read(MappingNode column) {
        column.allow(NAMES);
        List<String> from = column.list("from", MOST_JOINED);
        if (from.isEmpty() && !column.object().hasNonNull("from")) {
            column.add("from", "missing", "The name of a column in the file, or several.");
        }
        Map<String, String> values = new LinkedHashMap<>();
        column.texts("values", MappingBody.MOST_VALUES)
                .forEach((text, value) -> values.put(ColumnName.normal(text), value));
        String splitBy = column.text("splitBy");
        return new Column(
                from,
                column.required("to"),
                column.text("joinedBy"),
                values,
                column.text("otherwise"),
                column.text("ifEmpty"),
                column.choice("unit", Unit.class, Unit.NONE),
                column.choice("as", CustomType.class, CustomType.TEXT),
                splitBy == null || splitBy.isEmpty() ? Column.USUAL_SPLIT : splitBy,
                condition(column.object("onlyIf")));
    }

    private static @Nullable Condition condition(@Nullable MappingNode onlyIf) {
        if (onlyIf == null) {
            return null;
        }
        onlyIf.allow(Set.of("column", "is", "startsWith"));
        Set<String> is = normal(onlyIf.list("is", MappingBody.MOST_VALUES));
        Set<String> startsWith = normal(onlyIf.list("startsWith", MappingBody.MOST_VALUES));
        if (is.isEmpty() && startsWith.isEmpty()) {
            onlyIf.add("is", "missing", "The texts of which the column has one.");
        }
        return new Condition(onlyIf.required("column"), is, startsWith);
    }

    private static Set<String> normal(List<String> texts) {
        return texts.stream().map(ColumnName::normal).collect(Collectors.toSet());
    }
}
