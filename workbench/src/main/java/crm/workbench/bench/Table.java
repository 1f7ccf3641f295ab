package crm.workbench.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table in Markdown, readable as plain text too. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... titles) {
        rows.add(List.of(titles));
    }

    Table row(String... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(cells.length + " cells in a table of " + rows.getFirst());
        }
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < rows.getFirst().size(); column++) {
            int at = column;
            widths.add(rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        StringBuilder text = new StringBuilder();
        line(text, rows.getFirst(), widths);
        line(text, widths.stream().map("-"::repeat).toList(), widths);
        rows.subList(1, rows.size()).forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, List<Integer> widths) {
        List<String> padded = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            int missing = widths.get(column) - cells.get(column).length();
            padded.add(cells.get(column) + String.join("", Collections.nCopies(missing, " ")));
        }
        text.append("| ").append(String.join(" | ", padded)).append(" |\n");
    }
}
