package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.Row;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Which team a user belonged to, and when: from the versions of users that name another team than the one before. A
 * user's first known team counts from the beginning of time; a version without team says nothing about it.
 */
final class UserTeamsTable implements Derivation {

    private static final String TEAMS = """
            CREATE TEMPORARY TABLE new_user_teams AS
            WITH versions AS (
                SELECT id, version, position, team_id FROM users
                UNION ALL
                SELECT id, version, position, team_id FROM users_history
                WHERE NOT deleted AND id IN (SELECT id FROM users)),
            moves AS (
                SELECT *, lag(team_id) OVER (PARTITION BY id ORDER BY version, position) AS before
                FROM versions
                WHERE team_id IS NOT NULL AND id IN (SELECT id FROM changed_users)),
            teams AS (
                SELECT id AS user_id, team_id,
                    CASE WHEN before IS NULL THEN TIMESTAMP '0001-01-01' ELSE version END AS valid_from,
                    lead(version) OVER (PARTITION BY id ORDER BY version, position) AS valid_to
                FROM moves WHERE before IS DISTINCT FROM team_id)
            SELECT user_id, team_id, valid_from, local_date(valid_from) AS valid_from_date,
                valid_to, local_date(valid_to) AS valid_to_date
            FROM teams
            """;

    private static final String KEEP_MOVED = """
            DELETE FROM changed_users WHERE id NOT IN (
                SELECT user_id FROM (
                    (SELECT * FROM new_user_teams EXCEPT SELECT * FROM user_teams)
                    UNION ALL
                    (SELECT * FROM user_teams WHERE user_id IN (SELECT id FROM changed_users)
                        EXCEPT SELECT * FROM new_user_teams)))
            """;

    /** The team of whoever did it, at the time, wherever the record names none. */
    private static final String TEAM_OF_RECORDS = """
            UPDATE {kind} SET team_id = resolved.team_id
            FROM (
                SELECT record.position, teams.team_id
                FROM {kind} record
                LEFT JOIN user_teams teams ON teams.user_id = record.{user} AND teams.valid_from <= record.{moment}
                    AND (teams.valid_to IS NULL OR record.{moment} < teams.valid_to)
                WHERE record.given_team_id IS NULL AND record.{user} IN (SELECT id FROM changed_users)) resolved
            WHERE {kind}.position = resolved.position AND {kind}.team_id IS DISTINCT FROM resolved.team_id
            """;

    private static final String RECORDS_OF_OWNERS = """
            INSERT INTO changed_{kind}
            SELECT id FROM {kind} WHERE team_id IS NULL AND owner_id IN (SELECT id FROM changed_users)
            """;

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of("user_teams", Set.of("users"));
    }

    @Override
    public void derive(Changes changes) {
        if (changes.isEmpty("changed_users")) {
            return;
        }
        changes.run(TEAMS);
        changes.run(KEEP_MOVED);
        changes.run("DELETE FROM user_teams WHERE user_id IN (SELECT id FROM changed_users)");
        changes.run("INSERT INTO user_teams SELECT * FROM new_user_teams "
                + "WHERE user_id IN (SELECT id FROM changed_users) ORDER BY user_id, valid_from");
        changes.run("DROP TABLE new_user_teams");
        if (changes.isEmpty("changed_users")) {
            return;
        }
        for (String version : new String[] {"", "_history"}) {
            changes.run(teamOf("calls" + version, "agent_id", "started_at"));
            changes.run(teamOf("leads" + version, "owner_id", "created_at"));
        }
        changes.run("INSERT INTO changed_leads SELECT id FROM leads WHERE given_team_id IS NULL "
                + "AND owner_id IN (SELECT id FROM changed_users)");
        for (String kind : new String[] {"deals", "campaigns", "customers", "orders"}) {
            changes.run(RECORDS_OF_OWNERS.replace("{kind}", kind));
        }
        changes.run("INSERT INTO changed_deals SELECT id FROM deals_history "
                + "WHERE team_id IS NULL AND owner_id IN (SELECT id FROM changed_users)");
    }

    private static String teamOf(String kind, String user, String moment) {
        return TEAM_OF_RECORDS.replace("{kind}", kind).replace("{user}", user).replace("{moment}", moment);
    }

    static UserTeams read(Snapshot snapshot) {
        UserTeams teams = new UserTeams();
        for (Row row : snapshot.query(Sql.of("SELECT user_id, team_id, valid_from FROM user_teams"))) {
            Instant from = row.moment("valid_from");
            String user = row.text("user_id");
            String team = row.text("team_id");
            if (user != null && team != null && from != null) {
                teams.add(user, from, team);
            }
        }
        return teams;
    }
}
