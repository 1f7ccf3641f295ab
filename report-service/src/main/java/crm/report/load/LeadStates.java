package crm.report.load;

import java.util.Map;
import java.util.Set;

/** Which status a lead had, and when; and when the lead of a deal was captured. */
final class LeadStates implements Derivation {

    private static final String STATES = """
        INSERT INTO lead_states BY NAME
        WITH kept AS (
            SELECT * FROM leads
            WHERE merged_into IS NULL AND coalesce(status, 'new') NOT IN ('spam', 'test', 'duplicate')
                AND id IN (SELECT id FROM changed_leads)),
        told AS (
            SELECT id, unnest(from_json(status_history, '[{"status": "VARCHAR", "changedAt": "TIMESTAMPTZ"}]'))
                AS entry
            FROM kept WHERE json_array_length(status_history) > 0),
        versions AS (
            SELECT id, version, position, status FROM kept
            UNION ALL
            SELECT id, version, position, status FROM leads_history
            WHERE NOT deleted AND id IN (SELECT id FROM kept)),
        taken AS (
            SELECT id, entry.status AS status, CAST(entry.changedAt AS TIMESTAMP) AS taken_at,
                CAST(entry.changedAt AS TIMESTAMP) AS version, 1 AS position
            FROM told
            UNION ALL
            SELECT kept.id, 'new', kept.created_at, kept.created_at, 0 FROM kept
            WHERE kept.id IN (SELECT id FROM told GROUP BY id HAVING min(entry.changedAt) > any_value(
                (SELECT created_at FROM kept this WHERE this.id = told.id)))
            UNION ALL
            SELECT versions.id, coalesce(versions.status, 'new'),
                CASE WHEN row_number() OVER first_first = 1 THEN kept.created_at
                    ELSE greatest(versions.version, kept.created_at) END,
                versions.version, versions.position
            FROM versions JOIN kept USING (id)
            WHERE versions.id NOT IN (SELECT id FROM told)
            WINDOW first_first AS (PARTITION BY versions.id ORDER BY versions.version, versions.position)),
        changed AS (
            SELECT *, lag(status) OVER (PARTITION BY id ORDER BY version, position, status) AS before
            FROM taken),
        states AS (
            SELECT id, status, taken_at AS state_from,
                lead(taken_at) OVER (PARTITION BY id ORDER BY version, position, status) AS state_to
            FROM changed WHERE before IS DISTINCT FROM status)
        SELECT states.id AS lead_id, states.status, lifecycle_level, source, medium, channel, campaign_id,
            owner_id, team_id, territory_id, region, industry, country,
            state_from, local_date(state_from) AS state_from_date,
            state_to, local_date(state_to) AS state_to_date
        FROM states JOIN kept USING (id)
        WHERE state_to IS NULL OR state_to > state_from
        """;

    private static final String LEAD_OF_DEALS = """
        UPDATE deal_facts SET lead_created_at = captured.created_at,
            lead_created_at_date = captured.created_at_date,
            lead_cycle_seconds = epoch(deal_facts.decided_at) - epoch(captured.created_at)
        FROM (
            SELECT changed.id, coalesce(surviving.created_at, leads.created_at) AS created_at,
                coalesce(surviving.created_at_date, leads.created_at_date) AS created_at_date
            FROM (
                SELECT id FROM changed_leads
                UNION SELECT id FROM lead_survivors
                WHERE survivor IN (SELECT id FROM changed_leads)) changed
            LEFT JOIN leads USING (id)
            LEFT JOIN lead_survivors merged ON merged.id = changed.id
            LEFT JOIN leads surviving ON surviving.id = merged.survivor) captured
        WHERE deal_facts.lead_id = captured.id
            AND deal_facts.lead_created_at IS DISTINCT FROM captured.created_at
        """;

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "lead_states", Set.of("leads"),
                "deal_facts", Set.of("leads"));
    }

    @Override
    public void derive(Changes changes) {
        if (changes.isEmpty("changed_leads")) {
            return;
        }
        changes.run("DELETE FROM lead_states WHERE lead_id IN (SELECT id FROM changed_leads)");
        changes.run(STATES);
        changes.run(LEAD_OF_DEALS);
    }
}
