package crm.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of an answer by bucket or member, to be compared with those of another way to the same answer. */
record Figures(Map<String, BigDecimal> values) {

    private static final String NONE = "(none)";
    private static final BigDecimal ROUNDING = new BigDecimal("0.006");
    private static final BigDecimal SHARE = new BigDecimal("0.00001");

    static Figures of(JsonNode answer, QuestionShape shape) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (JsonNode place : answer.required(shape.isSeries() ? "series" : "groups")) {
            String key = shape.isSeries()
                    ? shape.bucket(shape.dayOf(
                                    Instant.parse(place.required("start").asText())))
                            .toString()
                    : place.required("key").required("owner").asText();
            values.put(key, place.path("value").isNumber() ? place.path("value").decimalValue() : BigDecimal.ZERO);
        }
        return new Figures(values);
    }

    /** Of rows with {@code key} and {@code value}; a row marked {@code total} stands for no place. */
    static Figures of(ResultSet rows) throws SQLException {
        Map<String, BigDecimal> values = new HashMap<>();
        int total = columnCalledTotal(rows);
        while (rows.next()) {
            if (total == 0 || rows.getLong(total) == 0) {
                Object key = rows.getObject("key");
                values.put(key == null ? NONE : key.toString(), number(rows.getObject("value")));
            }
        }
        return new Figures(values);
    }

    /** In how many places the two differ by more than rounding; what is missing is 0. */
    int differences(Figures other) {
        Set<String> keys = new HashSet<>(values.keySet());
        keys.addAll(other.values.keySet());
        return (int) keys.stream().filter(key -> differ(at(key), other.at(key))).count();
    }

    private BigDecimal at(String key) {
        return values.getOrDefault(key, BigDecimal.ZERO);
    }

    private static boolean differ(BigDecimal one, BigDecimal other) {
        BigDecimal allowed = ROUNDING.add(one.abs().multiply(SHARE));
        return one.subtract(other).abs().compareTo(allowed) > 0;
    }

    private static BigDecimal number(@Nullable Object value) {
        return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    private static int columnCalledTotal(ResultSet rows) throws SQLException {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            if (rows.getMetaData().getColumnLabel(column).equals("total")) {
                return column;
            }
        }
        return 0;
    }
}
