package crm.report.catalog;

import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.USERS;
import static crm.report.catalog.Ownership.teamOfUser;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of how leads and customers are answered, and of what customers think of that. */
final class AnsweringFacts {

    /**
     * Leads that somebody of us contacted, with when first and how long after that again: by a call of ours that was made,
     * or by a call, e-mail, message, meeting or visit that is done. The note of a call and the call are one contact.
     */
    static final Fact CONTACTED_LEADS = new Fact(
            "contacted leads",
            """
            (WITH contacts AS (
                SELECT lead_id, 'call ' || id AS contact, started_at AS contacted_at, started_at_date AS contacted_at_date
                FROM calls WHERE direction = 'outbound' AND coalesce(status, 'done') = 'done'
                UNION ALL
                SELECT coalesce(lead_id, CASE WHEN regarding_type = 'lead' THEN regarding_id END), 'activity ' || id,
                  done_at, done_at_date
                FROM activities
                WHERE type IN ('call', 'email', 'text', 'meeting', 'visit') AND coalesce(direction, 'outbound') = 'outbound'
                  AND coalesce(status, 'done') = 'done' AND done_at IS NOT NULL
                  AND (call_id IS NULL OR call_id NOT IN (SELECT id FROM calls))),
              placed AS (
                SELECT *, row_number() OVER (PARTITION BY lead_id ORDER BY contacted_at, contact) AS place
                FROM contacts WHERE lead_id IS NOT NULL),
              firsts AS (
                SELECT lead_id, min(contacted_at) AS contacted_at, min(contacted_at_date) AS contacted_at_date,
                  max(contacted_at) FILTER (place = 2) AS again_at
                FROM placed GROUP BY lead_id)
              SELECT leads.*, contacted_at, contacted_at_date,
                epoch_us(again_at) - epoch_us(contacted_at) AS microseconds_to_next,
                greatest(0, epoch_us(contacted_at) - epoch_us(created_at)) / 1e6 AS seconds_since_creation,
                CASE WHEN assigned_at IS NOT NULL
                  THEN greatest(0, epoch_us(contacted_at) - epoch_us(assigned_at)) / 1e6 END AS seconds_since_assignment
              FROM leads JOIN firsts ON firsts.lead_id = leads.id)""",
            List.of("id"),
            SalesFacts.LEADS.dimensions(),
            List.of("id", "created_at", "assigned_at", "contacted_at", "status", "source", "owner_id", "team_id"));

    /** Cases with their first answer: as told, else the first reply of somebody of us. */
    static final Fact ANSWERED_CASES = new Fact(
            "answered cases",
            """
            (SELECT c.*, coalesce(k.first_replied_at, replies.replied_at) AS replied_at,
                coalesce(k.first_replied_at_date, replies.replied_at_date) AS replied_at_date,
                greatest(0, epoch_us(coalesce(k.first_replied_at, replies.replied_at)) - epoch_us(c.created_at)) / 1e6
                  AS reply_seconds
              FROM case_facts c
              JOIN cases k ON k.id = c.id
              LEFT JOIN (
                SELECT case_id, min(acted_at) AS replied_at, min(acted_at_date) AS replied_at_date
                FROM case_actions WHERE kind = 'replied' GROUP BY case_id) replies ON replies.case_id = c.id
              WHERE coalesce(k.first_replied_at, replies.replied_at) IS NOT NULL)""",
            CaseFacts.CASES.key(),
            CaseFacts.CASES.dimensions(),
            Stream.concat(Stream.of("id", "created_at", "replied_at"), CaseFacts.CASES.shown().stream())
                    .distinct()
                    .toList());

    /** What customers answered, in points from 0 to 1; those of whom they would recommend count 1, 0 or -1. */
    static final Fact OPINIONS = new Fact(
            "opinions",
            """
            (SELECT r.* EXCLUDE (team_id, customer_id), r.team_id AS given_team_id,
                coalesce(r.team_id, teams.team_id) AS team_id, coalesce(merged.survivor, r.customer_id) AS customer_id,
                CAST(CASE WHEN kind <> 'nps' THEN score / coalesce(scale, CASE kind WHEN 'csat' THEN 5 ELSE 7 END)
                    WHEN score * 10 >= 9 * coalesce(scale, 10) THEN 1
                    WHEN score * 10 <= 6 * coalesce(scale, 10) THEN -1 ELSE 0 END AS DECIMAL(18, 9)) AS points
              FROM satisfaction_responses r
              LEFT JOIN merged_customers merged ON merged.id = r.customer_id
              LEFT JOIN user_teams teams ON teams.user_id = r.agent_id AND teams.valid_from <= r.occurred_at
                AND (teams.valid_to IS NULL OR r.occurred_at < teams.valid_to))""",
            List.of("id"),
            List.of(
                    Dimension.of("owner", "agent_id", USERS),
                    teamOfUser("agent_id"),
                    CUSTOMER,
                    PurchaseFacts.SEGMENT_OF_CUSTOMER,
                    Dimension.through("caseType", "case_id", "cases", "type")),
            List.of("id", "kind", "score", "scale", "points", "occurred_at", "agent_id", "team_id", "customer_id"));

    private AnsweringFacts() {}
}
