package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.HOUR;
import static crm.report.catalog.Dimensions.PIPELINE;
import static crm.report.catalog.Dimensions.PIPELINE_NAMES;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.SIZE_BAND;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Dimensions.STAGE_NAMES;
import static crm.report.catalog.Dimensions.TERRITORY;
import static crm.report.catalog.Dimensions.USERS;
import static crm.report.catalog.Dimensions.WEEKDAY;
import static crm.report.catalog.Ownership.ownerOf;
import static crm.report.catalog.Ownership.teamOf;
import static crm.report.catalog.Ownership.teamOfUser;

import crm.engine.model.Condition;
import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Band;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of telephone calls. */
final class CallFacts {

    static final Fact CALLS = new Fact(
            "calls",
            "calls",
            List.of("id"),
            List.of(
                    Dimension.of("owner", "agent_id", USERS),
                    teamOfUser("agent_id"),
                    Dimension.of("queue", "queue_id"),
                    Dimension.of("direction", "direction"),
                    Dimension.of("purpose", "purpose"),
                    Dimension.of("outcome", "outcome"),
                    Dimension.of("topic", "topic"),
                    HOUR,
                    WEEKDAY,
                    SOURCE,
                    CAMPAIGN,
                    Dimension.known("customerKnown", "customer_id"),
                    CUSTOMER,
                    Dimension.through("pipeline", "deal_id", "deal_facts", "pipeline_id", PIPELINE_NAMES),
                    Dimension.through("stage", "deal_id", "deal_facts", "stage_id", STAGE_NAMES),
                    Dimension.through("territory", "deal_id", "deal_facts", "territory_id")),
            List.of(
                    "id",
                    "direction",
                    "purpose",
                    "started_at",
                    "offered_at",
                    "answered_at",
                    "ended_at",
                    "handled_at",
                    "outcome",
                    "abandoned_in",
                    "wait_seconds",
                    "handle_seconds",
                    "agent_id",
                    "team_id",
                    "queue_id",
                    "topic",
                    "customer_id",
                    "deal_id"));

    private static final List<Band> WAITS = List.of(
            new Band("0-5 s", 0),
            new Band("5-10 s", 5),
            new Band("10-20 s", 10),
            new Band("20-30 s", 20),
            new Band("30-60 s", 30),
            new Band("1-2 min", 60),
            new Band("2-5 min", 120),
            new Band("5+ min", 300));

    /** Calls as those that somebody waited in. */
    static final Fact OFFERED_CALLS = new Fact(
            "offered calls",
            CALLS.table(),
            CALLS.key(),
            Stream.concat(CALLS.dimensions().stream(), Stream.of(Dimension.banded("waitBand", "wait_seconds", WAITS)))
                    .toList(),
            CALLS.shown());

    /** What a call meets that took place. */
    static final Condition PLACED = Condition.isNot("status", "scheduled", "cancelled");

    /**
     * Calls, and call activities that are done and are not the note of a call: of these only what an activity tells is
     * known.
     */
    private static final String CALLS_AND_ACTIVITIES = """
            (SELECT * FROM calls
              UNION ALL BY NAME
              SELECT 'activity ' || a.id AS id, coalesce(a.direction, 'outbound') AS direction, a.purpose,
                'done' AS status, a.done_at AS started_at, a.done_at_date AS started_at_date,
                a.owner_id AS agent_id, coalesce(a.team_id, teams.team_id) AS team_id, a.team_id AS given_team_id,
                CASE WHEN a.outcome IN ('interested', 'not_interested', 'come_back') THEN 'connected' ELSE a.outcome END
                  AS outcome,
                a.customer_id, coalesce(a.deal_id, CASE WHEN a.regarding_type = 'deal' THEN a.regarding_id END) AS deal_id,
                a.campaign_id
              FROM activities a
              LEFT JOIN user_teams teams ON teams.user_id = a.owner_id AND teams.valid_from <= a.done_at
                AND (teams.valid_to IS NULL OR a.done_at < teams.valid_to)
              WHERE a.type = 'call' AND a.done_at IS NOT NULL AND coalesce(a.status, 'done') = 'done'
                AND coalesce(a.call_id, a.id) NOT IN (SELECT id FROM calls))""";

    /** Calls that sell, whether the telephone system told them or somebody noted them. */
    static final Fact SALES_CALLS =
            new Fact("sales calls", CALLS_AND_ACTIVITIES, CALLS.key(), CALLS.dimensions(), CALLS.shown());

    /** Calls that name a deal, each with what is known of that deal, or of the one it was merged into. */
    static final Fact DEAL_CALLS = new Fact(
            "calls on deals",
            """
            (SELECT c.id, c.direction, c.purpose, c.status, c.started_at, c.started_at_date, c.agent_id,
                coalesce(d.id, c.deal_id) AS deal_id, c.outcome AS call_outcome, d.status AS deal_status, d.closed_at, d.closed_at_date,
                d.owner_id, d.team_id, d.territory_id, d.pipeline_id, d.source, d.product_family, d.size_band
              FROM {calls} c
              LEFT JOIN deal_survivors s ON s.id = c.deal_id
              LEFT JOIN deal_facts d ON d.id = coalesce(s.survivor, c.deal_id)
              WHERE c.deal_id IS NOT NULL)""".replace("{calls}", CALLS_AND_ACTIVITIES),
            List.of("id"),
            List.of(
                    ownerOf("deal_id", "deals"),
                    teamOf("deal_id", "deals"),
                    TERRITORY,
                    PIPELINE,
                    SOURCE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    Dimension.of("outcome", "deal_status")),
            List.of("id", "started_at", "agent_id", "deal_id", "call_outcome", "deal_status", "owner_id", "team_id"));

    private CallFacts() {}
}
