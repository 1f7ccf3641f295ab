package crm.engine.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an answer into rows of plain values; moments are in UTC, whatever the time zone of the machine. */
final class RowReader {

    private final ResultSet answer;
    private final List<String> names = new ArrayList<>();
    private final List<Integer> types = new ArrayList<>();

    private RowReader(ResultSet answer) throws SQLException {
        this.answer = answer;
        ResultSetMetaData description = answer.getMetaData();
        for (int column = 1; column <= description.getColumnCount(); column++) {
            names.add(description.getColumnLabel(column));
            types.add(description.getColumnType(column));
        }
    }

    static List<Row> all(ResultSet answer) throws SQLException {
        RowReader reader = new RowReader(answer);
        List<Row> rows = new ArrayList<>();
        while (answer.next()) {
            rows.add(reader.row());
        }
        return rows;
    }

    private Row row() throws SQLException {
        Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(names.size());
        for (int column = 0; column < names.size(); column++) {
            values.put(names.get(column), value(column + 1, types.get(column)));
        }
        return new Row(values);
    }

    private @Nullable Object value(int column, int type) throws SQLException {
        if (type == Types.TIMESTAMP) {
            LocalDateTime moment = answer.getObject(column, LocalDateTime.class);
            return moment == null ? null : moment.toInstant(ZoneOffset.UTC);
        }
        return switch (answer.getObject(column)) {
            case null -> null;
            case String text -> text;
            case BigInteger whole -> whole.longValueExact();
            case BigDecimal decimal -> decimal;
            case Double real -> real;
            case Float real -> real.doubleValue();
            case Number whole -> whole.longValue();
            case Boolean flag -> flag;
            case LocalDate day -> day;
            case OffsetDateTime moment -> moment.toInstant();
            case Instant moment -> moment;
            case Object other -> other.toString();
        };
    }
}
