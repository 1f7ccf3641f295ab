package crm.report.catalog;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;

/** Facts of what people did and planned, and of whom they know. */
final class ActivityFacts {

    /**
     * Activities, and the calls that no activity is the note of. Happens at is when it was done, else when it is planned
     * or due; an activity without status is done if it says when, else planned. Owner and team are those of that time.
     */
    static final Fact ACTIVITIES = new Fact(
            "activities",
            """
            (WITH told AS (
                SELECT id, type, coalesce(status, CASE WHEN done_at IS NOT NULL THEN 'done' ELSE 'scheduled' END)
                    AS status, subject, outcome, owner_id, team_id, deal_id, lead_id, customer_id, contact_id, case_id,
                    campaign_id, territory_id, regarding_type, created_at, done_at, done_at_date,
                    coalesce(scheduled_at, due_at) AS planned_at, coalesce(scheduled_at_date, due_at_date)
                    AS planned_at_date, coalesce(due_at, scheduled_at) AS due_by,
                    coalesce(due_at_date, scheduled_at_date) AS due_by_date, duration_seconds
                FROM activities
                UNION ALL BY NAME
                SELECT id, 'call' AS type, coalesce(status, 'done') AS status, outcome, agent_id AS owner_id,
                    given_team_id AS team_id, deal_id, lead_id, customer_id, contact_id, case_id, campaign_id, topic
                    AS subject, CASE WHEN coalesce(status, 'done') = 'done' THEN started_at END AS done_at,
                    CASE WHEN coalesce(status, 'done') = 'done' THEN started_at_date END AS done_at_date,
                    started_at AS planned_at, started_at_date AS planned_at_date, started_at AS due_by,
                    started_at_date AS due_by_date, talk_seconds AS duration_seconds
                FROM calls
                WHERE id NOT IN (SELECT id FROM activities)
                  AND id NOT IN (SELECT call_id FROM activities WHERE call_id IS NOT NULL)),
              placed AS (
                SELECT told.*, coalesce(done_at, planned_at, created_at) AS happens_at,
                    coalesce(done_at_date, planned_at_date) AS known_date
                FROM told)
              SELECT placed.* EXCLUDE (team_id, known_date),
                coalesce(known_date, CAST(timezone((SELECT any_value(time_zone) FROM store_settings),
                    timezone('UTC', happens_at)) AS DATE)) AS happens_at_date,
                placed.team_id AS given_team_id, coalesce(placed.team_id, teams.team_id) AS team_id
              FROM placed
              LEFT JOIN user_teams teams ON teams.user_id = placed.owner_id AND teams.valid_from <= happens_at
                AND (teams.valid_to IS NULL OR happens_at < teams.valid_to))\
            """,
            List.of("type", "id"),
            List.of(
                    Dimensions.OWNER,
                    Ownership.teamOfUser("owner_id"),
                    Dimension.of("type", "type"),
                    Dimension.of("status", "status"),
                    Dimension.of("outcome", "outcome"),
                    Dimension.of("regarding", "regarding_type"),
                    Dimensions.TERRITORY,
                    Dimensions.CUSTOMER,
                    Dimensions.CAMPAIGN,
                    Dimensions.HOUR,
                    Dimensions.WEEKDAY),
            List.of(
                    "id",
                    "type",
                    "status",
                    "happens_at",
                    "planned_at",
                    "due_by",
                    "done_at",
                    "outcome",
                    "regarding_type",
                    "deal_id",
                    "lead_id",
                    "customer_id",
                    "contact_id",
                    "case_id",
                    "owner_id",
                    "team_id"));

    /** Persons as they are known now, from when they were entered; last contacted is the latest thing done with them. */
    static final Fact CONTACTS = new Fact(
            "contacts",
            """
            (SELECT c.* REPLACE (
                  coalesce(c.created_at, c.version) AS created_at,
                  coalesce(c.created_at_date, CAST(timezone((SELECT any_value(time_zone) FROM store_settings),
                    timezone('UTC', c.version)) AS DATE)) AS created_at_date,
                  coalesce(merged.survivor, c.customer_id) AS customer_id,
                  coalesce(c.team_id, teams.team_id) AS team_id),
                profile.sector, profile.industry, latest.last_contacted_at, latest.last_contacted_at_date,
                CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
              FROM contacts c
              LEFT JOIN merged_customers merged ON merged.id = c.customer_id
              LEFT JOIN customers profile ON profile.id = coalesce(merged.survivor, c.customer_id)
              LEFT JOIN user_teams teams ON teams.user_id = c.owner_id AND teams.valid_to IS NULL
              LEFT JOIN (
                SELECT coalesce(left_over.survivor, contact_id) AS contact_id, max(done_at) AS last_contacted_at, max(done_at_date) AS last_contacted_at_date FROM (
                    SELECT contact_id, done_at, done_at_date FROM activities WHERE coalesce(status, 'done') = 'done'
                    UNION ALL
                    SELECT contact_id, started_at, started_at_date FROM calls WHERE coalesce(status, 'done') = 'done')
                LEFT JOIN contact_survivors left_over ON left_over.id = contact_id
                WHERE contact_id IS NOT NULL GROUP BY ALL) latest ON latest.contact_id = c.id
              WHERE c.merged_into IS NULL)\
            """,
            List.of("id"),
            List.of(
                    Dimensions.OWNER,
                    Ownership.teamOf("id", "contacts"),
                    Dimension.of("sector", "sector"),
                    Dimension.of("industry", "industry"),
                    Dimension.of("jobType", "job_type"),
                    Dimension.of("jobLevel", "job_level"),
                    Dimensions.CUSTOMER,
                    Dimensions.SOURCE,
                    Dimensions.TERRITORY,
                    Dimension.of("region", "region"),
                    Dimension.of("country", "country")),
            List.of(
                    "id",
                    "customer_id",
                    "sector",
                    "job_type",
                    "job_level",
                    "engagement_score",
                    "last_contacted_at",
                    "email_consent",
                    "phone_consent",
                    "created_at",
                    "owner_id",
                    "team_id"));

    private ActivityFacts() {}
}
