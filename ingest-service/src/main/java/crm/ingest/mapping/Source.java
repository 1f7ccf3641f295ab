package crm.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a mapping in a certain file: which cells hold its value.
 *
 * @param cells places of those of its columns that the file has
 * @param condition place of the column that decides whether it counts; negative where nothing does
 */
record Source(Column column, List<Integer> cells, int condition, CellReader reader) {

    Source {
        cells = List.copyOf(cells);
    }

    /** Its text in a row, translated; null where the row gives none. */
    @Nullable
    String text(List<String> row) {
        Column.Condition onlyIf = column.onlyIf();
        if (onlyIf != null && !onlyIf.holds(row.get(condition))) {
            return null;
        }
        String text = joined(row);
        if (text.isEmpty()) {
            return column.ifEmpty();
        }
        String translated = column.values().get(ColumnName.normal(text));
        if (translated != null) {
            return translated;
        }
        String otherwise = column.otherwise();
        return otherwise == null ? text : otherwise;
    }

    private String joined(List<String> row) {
        if (cells.size() == 1) {
            return row.get(cells.getFirst()).strip();
        }
        List<String> texts = new ArrayList<>();
        cells.stream()
                .map(cell -> row.get(cell).strip())
                .filter(text -> !text.isEmpty())
                .forEach(texts::add);
        String between = column.joinedBy();
        if (between == null) {
            return texts.isEmpty() ? "" : texts.getFirst();
        }
        return String.join(between, texts);
    }
}
