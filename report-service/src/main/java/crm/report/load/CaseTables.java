package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Cases as they stand, when they were open, and what was done on them. */
final class CaseTables implements Derivation {

    /** What is worked out of a case's life, before the rest of the case is put beside it. */
    static final Table LIVES = new Table(
            "case_lives",
            Stream.of(
                            columns(ColumnType.TEXT, "id", "owner_id", "team_id"),
                            columns(ColumnType.MOMENT, "received_at", "first_resolved_at", "resolved_at", "closed_at"),
                            columns(
                                    ColumnType.REAL,
                                    "resolution_seconds",
                                    "resolution_business_seconds",
                                    "resolution_agent_seconds",
                                    "first_seconds",
                                    "first_business_seconds",
                                    "first_agent_seconds",
                                    "complaint_seconds",
                                    "complaint_business_seconds",
                                    "complaint_agent_seconds"),
                            columns(ColumnType.FLAG, "same_day", "same_business_day", "by_next_business_day"))
                    .flatMap(each -> each)
                    .toList());

    private static final String SURVIVORS = """
            CREATE TEMPORARY TABLE case_survivors AS
            WITH RECURSIVE steps(id, survivor, step) AS (
                SELECT id, merged_into, 1 FROM cases WHERE merged_into IS NOT NULL
                UNION ALL
                SELECT steps.id, cases.merged_into, step + 1
                FROM steps JOIN cases ON cases.id = steps.survivor
                WHERE cases.merged_into IS NOT NULL AND step < 32)
            SELECT id, arg_max(survivor, step) AS survivor FROM steps GROUP BY id
            """;

    /** Whatever a touched case was ever merged into may have more done on it, or less. */
    private static final String MERGED_INTO = """
            WITH RECURSIVE merges AS (
                SELECT id, merged_into FROM cases WHERE merged_into IS NOT NULL
                UNION SELECT id, merged_into FROM cases_history WHERE merged_into IS NOT NULL),
            reached(id, step) AS (
                SELECT DISTINCT id, 0 FROM touched_cases
                UNION
                SELECT merges.merged_into, step + 1 FROM reached JOIN merges USING (id) WHERE step < 32)
            SELECT DISTINCT id FROM reached WHERE step > 0
            """;

    private static final List<String> STATEMENTS = List.of("""
            INSERT INTO case_facts BY NAME
            SELECT cases.id, cases.status, lives.owner_id, lives.team_id, cases.queue_id, cases.channel, cases.type,
                cases.topic, cases.priority, cases.severity, cases.product_id, cases.customer_id, cases.reason,
                cases.cause, cases.complaint_category, cases.contract_id, cases.sla_policy_id,
                coalesce(cases.is_complaint, false) AS is_complaint,
                lives.same_day, lives.same_business_day, lives.by_next_business_day,
                cases.created_at, cases.created_at_date,
                lives.received_at, local_date(lives.received_at) AS received_at_date,
                lives.first_resolved_at, local_date(lives.first_resolved_at) AS first_resolved_at_date,
                lives.resolved_at, local_date(lives.resolved_at) AS resolved_at_date,
                lives.closed_at, local_date(lives.closed_at) AS closed_at_date,
                lives.resolution_seconds, lives.resolution_business_seconds, lives.resolution_agent_seconds,
                lives.first_seconds, lives.first_business_seconds, lives.first_agent_seconds,
                lives.complaint_seconds, lives.complaint_business_seconds, lives.complaint_agent_seconds
            FROM case_lives lives JOIN cases ON cases.id = lives.id ORDER BY cases.created_at
            """, """
            INSERT INTO case_actions BY NAME
            SELECT events.id, coalesce(survivors.survivor, events.case_id) AS case_id, events.kind,
                events.actor_id AS owner_id, coalesce(events.team_id, teams.team_id) AS team_id,
                events.actor_id, events.team_id AS given_team_id,
                events.occurred_at AS acted_at, events.occurred_at_date AS acted_at_date
            FROM case_events events
            LEFT JOIN case_survivors survivors ON survivors.id = events.case_id
            LEFT JOIN user_teams teams ON teams.user_id = events.actor_id AND teams.valid_from <= events.occurred_at
                AND (teams.valid_to IS NULL OR events.occurred_at < teams.valid_to)
            WHERE events.kind <> 'created'
                AND coalesce(events.actor_type, CASE WHEN events.actor_id IS NOT NULL THEN 'agent' END) = 'agent'
                AND coalesce(survivors.survivor, events.case_id) IN (SELECT id FROM case_lives)
            """, """
            INSERT INTO case_actions BY NAME
            SELECT 'resolution of ' || id AS id, id AS case_id, 'resolved' AS kind, owner_id, team_id,
                id AS owners_case_id, resolved_at AS acted_at, local_date(resolved_at) AS acted_at_date
            FROM case_lives
            WHERE resolved_at IS NOT NULL AND id NOT IN (
                SELECT case_id FROM case_actions WHERE kind IN ('resolved', 'closed'))
            """);

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "case_facts", Set.of("cases", "case_events", "sla_policies", "business_hours", "user_teams"),
                "case_openings", Set.of("cases", "case_events", "user_teams"),
                "case_actions", Set.of("cases", "case_events", "user_teams"));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.areAbout("cases", "case-events", "sla-policies", "business-hours", "users")) {
            return;
        }
        Touched cases = touched(changes);
        for (String table : List.of("case_openings", "case_actions")) {
            cases.deleteFrom(table, "case_id");
        }
        cases.deleteFrom("case_facts", "id");
        changes.run(SURVIVORS);
        changes.writer().createTemporary(LIVES);
        new CaseLives(changes).append();
        STATEMENTS.forEach(changes::run);
    }

    private static Touched touched(Changes changes) {
        Touched cases = new Touched(changes, "touched_cases")
                .by("cases", "id")
                .by("cases", "merged_into")
                .by("case-events", "case_id");
        if (changes.areAbout("sla-policies", "business-hours")) {
            cases.and("SELECT id FROM cases");
        }
        if (!changes.isEmpty("changed_users")) {
            cases.and("SELECT id FROM cases WHERE owner_id IN (SELECT id FROM changed_users)")
                    .and("SELECT id FROM cases_history WHERE owner_id IN (SELECT id FROM changed_users)")
                    .and("SELECT case_id FROM case_events WHERE actor_id IN (SELECT id FROM changed_users)");
        }
        if (!changes.writer()
                .query(Sql.of("SELECT 1 AS one FROM (SELECT merged_into FROM cases UNION ALL "
                        + "SELECT merged_into FROM cases_history) WHERE merged_into IS NOT NULL LIMIT 1"))
                .isEmpty()) {
            cases.and(MERGED_INTO);
        }
        return cases;
    }

    private static Stream<Column> columns(ColumnType type, String... names) {
        return Stream.of(names).map(name -> new Column(name, type));
    }
}
