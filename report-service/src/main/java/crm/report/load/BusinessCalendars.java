package crm.report.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.Row;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which calendar of service hours counts for whom: the one named, else that of the policy, else the usual one. */
final class BusinessCalendars {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, BusinessCalendar> byId = new HashMap<>();
    private final Map<String, String> byPolicy = new HashMap<>();
    private @Nullable String usual;

    static BusinessCalendars read(Snapshot snapshot, ZoneId home) {
        BusinessCalendars calendars = new BusinessCalendars();
        for (Row row : snapshot.query(
                Sql.of("SELECT id, time_zone, is_default, weekly_hours, holidays FROM business_hours ORDER BY id"))) {
            String id = Objects.requireNonNull(row.text("id"));
            calendars.byId.put(id, calendar(row, home));
            if (calendars.usual == null && Boolean.TRUE.equals(row.value("is_default"))) {
                calendars.usual = id;
            }
        }
        for (Row row : snapshot.query(
                Sql.of("SELECT id, business_hours_id FROM sla_policies WHERE business_hours_id IS NOT NULL"))) {
            calendars.byPolicy.put(
                    Objects.requireNonNull(row.text("id")), Objects.requireNonNull(row.text("business_hours_id")));
        }
        return calendars;
    }

    @Nullable
    BusinessCalendar of(@Nullable String named, @Nullable String policy) {
        String ofPolicy = policy == null ? null : byPolicy.get(policy);
        return Stream.of(
                        java.util.Optional.ofNullable(named),
                        java.util.Optional.ofNullable(ofPolicy),
                        java.util.Optional.ofNullable(usual))
                .flatMap(java.util.Optional::stream)
                .map(byId::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static BusinessCalendar calendar(Row row, ZoneId home) {
        Map<DayOfWeek, List<BusinessCalendar.Hours>> hours = new EnumMap<>(DayOfWeek.class);
        for (JsonNode each : json(row.text("weekly_hours"))) {
            hours.computeIfAbsent(
                            DayOfWeek.valueOf(each.path("weekday").asText().toUpperCase(Locale.ROOT)),
                            day -> new ArrayList<>())
                    .add(new BusinessCalendar.Hours(
                            minutes(each.path("from").asText()),
                            minutes(each.path("to").asText())));
        }
        Set<LocalDate> holidays = new HashSet<>();
        json(row.text("holidays"))
                .forEach(each -> holidays.add(LocalDate.parse(each.path("day").asText())));
        return new BusinessCalendar(zone(row.text("time_zone"), home), hours, holidays);
    }

    /** A zone that nobody knows is the tenant's. */
    private static ZoneId zone(@Nullable String name, ZoneId home) {
        try {
            return name == null ? home : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return home;
        }
    }

    /** Whole minutes of the day; what is no time of day is its beginning. */
    private static int minutes(String time) {
        return time.matches("\\d\\d:\\d\\d")
                ? Math.min(24 * 60, Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3)))
                : 0;
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return JSON.readTree(text == null ? "[]" : text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
