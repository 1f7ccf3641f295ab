package crm.report.metric;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of facts as JSON has it: names in lower camel case, decimals without superfluous zeros. */
public final class RecordJson {

    private RecordJson() {}

    public static Map<String, @Nullable Object> of(Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        row.forEach((column, value) -> record.put(lowerCamel(column), told(value)));
        return record;
    }

    public static String lowerCamel(String column) {
        StringBuilder name = new StringBuilder(column.length());
        boolean raised = false;
        for (char letter : column.toCharArray()) {
            if (letter == '_') {
                raised = true;
            } else {
                name.append(raised ? Character.toUpperCase(letter) : letter);
                raised = false;
            }
        }
        return name.toString();
    }

    private static @Nullable Object told(@Nullable Object value) {
        if (value instanceof BigDecimal decimal) {
            BigDecimal shortest = decimal.stripTrailingZeros();
            return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
        }
        return value;
    }
}
