package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of a table written as lines, numbers at six decimals, so that two tables can be compared and their difference read. */
final class Rows {

    private static final int DECIMALS = 6;

    private Rows() {}

    static String row(Object... cells) {
        return Arrays.stream(cells).map(Rows::cell).collect(Collectors.joining(" | "));
    }

    /** The first so many columns of a known answer. */
    static List<String> firstColumns(int count, JsonNode answer) {
        return columns(answer, IntStream.range(0, count).toArray());
    }

    /** Some columns of a known answer. */
    static List<String> columns(JsonNode answer, int... columns) {
        List<String> rows = new ArrayList<>();
        answer.forEach(row ->
                rows.add(row(Arrays.stream(columns).mapToObj(row::required).toArray())));
        return rows;
    }

    private static String cell(Object cell) {
        return switch (cell) {
            case BigDecimal number -> number(number);
            case JsonNode json -> json.isNumber() ? number(json.decimalValue()) : json.asText();
            default -> cell.toString();
        };
    }

    private static String number(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
