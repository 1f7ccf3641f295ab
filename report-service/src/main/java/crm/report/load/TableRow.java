package crm.report.load;

import crm.engine.store.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row being filled in, column by column; what is not filled in is missing. */
final class TableRow {

    private final Layout layout;
    private final ZoneId zone;
    private final @Nullable Object[] values;

    /** Where the columns of a table stand. */
    record Layout(Table table, Map<String, Integer> places) {
        Layout {
            places = Map.copyOf(places);
        }

        static Layout of(Table table) {
            Map<String, Integer> places = new HashMap<>();
            for (int place = 0; place < table.columns().size(); place++) {
                places.put(table.columns().get(place).name(), place);
            }
            return new Layout(table, places);
        }

        int place(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("no column " + column + " in " + table.name());
            }
            return place;
        }

        boolean has(String column) {
            return places.containsKey(column);
        }
    }

    /** @param zone the time zone that the dates beside moments are taken in */
    TableRow(Layout layout, ZoneId zone) {
        this.layout = layout;
        this.zone = zone;
        this.values = new Object[layout.table().columns().size()];
    }

    TableRow put(String column, @Nullable Object value) {
        values[layout.place(column)] = value;
        return this;
    }

    /** A moment, and its date beside it. */
    TableRow putMoment(String column, @Nullable Instant moment) {
        return putMoment(layout.place(column), moment);
    }

    TableRow put(int place, @Nullable Object value) {
        values[place] = value;
        return this;
    }

    TableRow putMoment(int place, @Nullable Instant moment) {
        values[place] = moment;
        values[place + 1] = moment == null ? null : LocalDate.ofInstant(moment, zone);
        return this;
    }

    @Nullable
    Object value(String column) {
        return values[layout.place(column)];
    }

    @Nullable
    Instant moment(String column) {
        return (Instant) value(column);
    }

    @Nullable
    String text(String column) {
        return (String) value(column);
    }

    List<@Nullable Object> values() {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        Collections.addAll(list, values);
        return list;
    }
}
