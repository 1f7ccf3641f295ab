package crm.report.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.engine.sql.Sql;
import crm.engine.store.Row;
import crm.report.load.CaseStep.Sort;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out the lives of the touched cases from their versions and from what happened to them. */
final class CaseLives {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VERSIONS = """
            WITH asked AS (
                SELECT id FROM cases
                WHERE id IN (SELECT id FROM touched_cases) AND merged_into IS NULL
                    AND NOT coalesce(is_internal, false))
            SELECT {columns}, position FROM cases WHERE id IN (SELECT id FROM asked)
            UNION ALL
            SELECT {columns}, position FROM cases_history WHERE NOT deleted AND id IN (SELECT id FROM asked)
            ORDER BY id, version, position
            """.replace(
                    "{columns}",
                    "id, version, status, owner_id, team_id, created_at, resolved_at, closed_at, "
                            + "complaint_received_at, sla_policy_id, business_hours_id, status_history");

    private static final String EVENTS = """
            SELECT case_id, occurred_at,
                CASE kind WHEN 'reopened' THEN 'open' WHEN 'status_changed' THEN status ELSE kind END AS status
            FROM case_events
            WHERE case_id IN (SELECT id FROM touched_cases)
                AND (kind IN ('resolved', 'closed', 'reopened') OR kind = 'status_changed' AND status IS NOT NULL)
            ORDER BY case_id, occurred_at, id
            """;

    private final Changes changes;
    private final ZoneId home;
    private final UserTeams teams;
    private final BusinessCalendars calendars;

    CaseLives(Changes changes) {
        this.changes = changes;
        this.home = changes.settings().zone();
        this.teams = UserTeamsTable.read(changes.writer());
        this.calendars = BusinessCalendars.read(changes.writer(), home);
    }

    /** Fills {@link CaseTables#LIVES} and the openings. */
    void append() {
        Map<String, List<CaseStep>> events = new HashMap<>();
        for (Row row : changes.writer().query(Sql.of(EVENTS))) {
            events.computeIfAbsent(text(row, "case_id"), id -> new ArrayList<>())
                    .add(new CaseStep(moment(row, "occurred_at"), Sort.of(text(row, "status"))));
        }
        Map<String, List<Row>> versions = new LinkedHashMap<>();
        for (Row row : changes.writer().query(Sql.of(VERSIONS))) {
            versions.computeIfAbsent(text(row, "id"), id -> new ArrayList<>()).add(row);
        }
        List<List<@Nullable Object>> lives = new ArrayList<>();
        List<List<@Nullable Object>> openings = new ArrayList<>();
        versions.forEach((id, rows) -> {
            CaseLife life = life(rows, events.getOrDefault(id, List.of()));
            lives.add(row(id, rows.getLast(), life));
            life.openings().forEach(each -> openings.add(opening(id, each)));
        });
        changes.writer().append(CaseTables.LIVES, lives);
        changes.writer().append(ServiceTables.CASE_OPENINGS, openings);
    }

    private static CaseLife life(List<Row> rows, List<CaseStep> events) {
        List<CaseStep> history = history(rows.getLast().text("status_history"));
        return new CaseLife(
                moment(rows.getLast(), "created_at"),
                rows.stream().map(CaseLives::version).toList(),
                history.isEmpty() ? events : history);
    }

    private static CaseVersion version(Row row) {
        return new CaseVersion(
                moment(row, "version"),
                row.text("status"),
                row.text("owner_id"),
                row.text("team_id"),
                row.moment("resolved_at"),
                row.moment("closed_at"));
    }

    private static List<CaseStep> history(@Nullable String json) {
        List<CaseStep> steps = new ArrayList<>();
        try {
            for (JsonNode each : JSON.readTree(json == null ? "[]" : json)) {
                steps.add(new CaseStep(
                        Moments.read(each.path("changedAt").asText()),
                        Sort.of(each.path("status").asText())));
            }
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return steps;
    }

    private List<@Nullable Object> row(String id, Row now, CaseLife life) {
        Instant created = moment(now, "created_at");
        Instant given = now.moment("complaint_received_at");
        Instant received = given == null ? created : given;
        Instant resolved = life.resolvedAt();
        Instant closed = life.closedAt();
        Instant first = life.firstResolvedAt();
        BusinessCalendar calendar = calendars.of(now.text("business_hours_id"), now.text("sla_policy_id"));
        CaseVersion teller = life.teller();
        Instant told = resolved == null ? teller.version() : resolved;
        String team = teller.team() == null ? teams.teamOf(teller.owner(), told) : teller.team();
        List<@Nullable Object> row =
                new ArrayList<>(Arrays.asList(id, teller.owner(), team, received, first, resolved, closed));
        lengths(row, life, calendar, created, resolved);
        lengths(row, life, calendar, created, first);
        lengths(row, life, calendar, received, resolved);
        row.add(closed == null ? null : isSameDay(calendar, created, closed));
        LocalDate business = calendar == null ? null : calendar.businessDay(created);
        LocalDate next = calendar == null || business == null ? null : calendar.businessDayAfter(business);
        LocalDate done = calendar == null || closed == null ? null : calendar.day(closed);
        row.add(isNotAfter(done, business));
        row.add(isNotAfter(done, next));
        return row;
    }

    private static @Nullable Boolean isNotAfter(@Nullable LocalDate day, @Nullable LocalDate last) {
        return day == null || last == null ? null : !day.isAfter(last);
    }

    /** By the calendar, in the hours of service, and without waiting for the customer. */
    private static void lengths(
            List<@Nullable Object> row,
            CaseLife life,
            @Nullable BusinessCalendar calendar,
            Instant from,
            @Nullable Instant to) {
        if (to == null) {
            row.addAll(Arrays.asList(null, null, null));
            return;
        }
        double seconds = Math.max(0, Duration.between(from, to).toNanos() / 1e9);
        row.add(seconds);
        row.add(calendar == null ? null : calendar.seconds(from, to));
        row.add(seconds - Math.min(seconds, life.waitingSeconds(from, to)));
    }

    private boolean isSameDay(@Nullable BusinessCalendar calendar, Instant created, Instant closed) {
        ZoneId zone = calendar == null ? home : calendar.zone();
        return LocalDate.ofInstant(created, zone).equals(LocalDate.ofInstant(closed, zone));
    }

    private List<@Nullable Object> opening(String id, CaseLife.Opening opening) {
        Instant to = opening.to();
        return Arrays.asList(
                id,
                opening.from(),
                LocalDate.ofInstant(opening.from(), home),
                to,
                to == null ? null : LocalDate.ofInstant(to, home));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.text(column));
    }

    private static Instant moment(Row row, String column) {
        return Objects.requireNonNull(row.moment(column));
    }
}
