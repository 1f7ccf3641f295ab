package crm.report.catalog;

import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.USERS;
import static crm.report.catalog.Ownership.teamOfUser;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;

/** Facts of what service does and what that costs. */
final class ServiceCostFacts {

    /** What an hour of a user's work cost, and from when until when; the first that is known also before. */
    private static final String RATES = """
            rates AS (
                SELECT id AS user_id, hourly_cost, currency, lead(version) OVER each AS valid_to,
                    CASE WHEN row_number() OVER each = 1 THEN TIMESTAMP '0001-01-01' ELSE version END AS valid_from
                FROM (
                  SELECT id, version, position, hourly_cost, currency FROM users
                  UNION ALL
                  SELECT id, version, position, hourly_cost, currency FROM users_history
                  WHERE NOT deleted AND id IN (SELECT id FROM users))
                WINDOW each AS (PARTITION BY id ORDER BY version, position))""";

    /** Interactions with their cost: as told, else the agent's minutes at what an hour of the agent cost then. */
    private static final String HANDLED = """
            handled AS (
                SELECT i.* EXCLUDE (team_id, customer_id, cost, currency),
                    i.team_id AS given_team_id, coalesce(i.team_id, teams.team_id) AS team_id,
                    coalesce(merged.survivor, i.customer_id) AS customer_id,
                    CAST(coalesce(i.cost, rates.hourly_cost / 60 * coalesce(i.minutes,
                        CASE WHEN i.started_at < i.ended_at THEN (epoch_us(i.ended_at) - epoch_us(i.started_at)) / 6e7
                            WHEN i.started_at IS NOT NULL THEN 0 END)) AS DECIMAL(18, 4)) AS amount,
                    coalesce(CASE WHEN i.cost IS NULL THEN rates.currency ELSE i.currency END, home.currency) AS currency
                FROM service_interactions i
                CROSS JOIN (SELECT any_value(currency) AS currency FROM store_settings) home
                LEFT JOIN merged_customers merged ON merged.id = i.customer_id
                LEFT JOIN rates ON rates.user_id = i.agent_id AND rates.valid_from <= i.ended_at
                  AND (rates.valid_to IS NULL OR i.ended_at < rates.valid_to)
                LEFT JOIN user_teams teams ON teams.user_id = i.agent_id AND teams.valid_from <= i.ended_at
                  AND (teams.valid_to IS NULL OR i.ended_at < teams.valid_to))""";

    private static final List<Dimension> DIMENSIONS = List.of(
            CHANNEL,
            Dimension.of("queue", "queue_id"),
            teamOfUser("agent_id"),
            Dimension.of("owner", "agent_id", USERS),
            Dimension.of("topic", "topic"),
            CaseFacts.PRODUCT,
            CUSTOMER,
            PurchaseFacts.SEGMENT_OF_CUSTOMER);

    static final Fact INTERACTIONS = new Fact(
            "service interactions",
            "(WITH " + RATES + ",\n" + HANDLED + "\nSELECT *, amount IS NOT NULL AS has_cost FROM handled)",
            List.of("id"),
            DIMENSIONS,
            List.of(
                    "id",
                    "channel",
                    "started_at",
                    "ended_at",
                    "amount",
                    "currency",
                    "agent_id",
                    "team_id",
                    "queue_id",
                    "topic",
                    "product_id",
                    "case_id",
                    "customer_id"));

    /**
     * Costs: those of interactions, and of pooled costs the part of each day, shared by the interactions that ended on it,
     * of its team where it names one. The part of a day without any is nobody's and counts from the day's beginning.
     */
    static final Fact COSTS = new Fact(
            "service costs",
            "(WITH " + RATES + ",\n" + HANDLED + """
            ,
            days AS (
                SELECT c.id, c.team_id, c.amount, coalesce(c.currency, home.currency) AS currency,
                    date_diff('day', c."from", c."to") + 1 AS days,
                    CAST(unnest(generate_series(c."from"::TIMESTAMP, c."to"::TIMESTAMP, INTERVAL 1 DAY)) AS DATE) AS day,
                    home.time_zone
                FROM service_costs c
                CROSS JOIN (SELECT any_value(currency) AS currency, any_value(time_zone) AS time_zone
                  FROM store_settings) home)
              SELECT 'direct' AS kind, NULL AS cost_id, id AS interaction_id, ended_at AS counted_at,
                ended_at_date AS counted_at_date, amount, 1::DECIMAL(18, 9) AS share, currency,
                channel, queue_id, team_id, given_team_id, agent_id, topic, product_id, case_id, customer_id
              FROM handled
              UNION ALL
              SELECT CASE WHEN handled.id IS NULL THEN 'unshared' ELSE 'shared' END, days.id, handled.id,
                coalesce(handled.ended_at, (day::TIMESTAMP AT TIME ZONE days.time_zone) AT TIME ZONE 'UTC'), day,
                days.amount, CAST(1 / (days * greatest(1, count(handled.id) OVER (PARTITION BY days.id, day)))
                  AS DECIMAL(18, 9)), days.currency,
                channel, queue_id, coalesce(handled.team_id, days.team_id),
                CASE WHEN handled.id IS NULL THEN days.team_id ELSE given_team_id END,
                agent_id, topic, product_id, case_id, customer_id
              FROM days
              LEFT JOIN handled ON handled.ended_at_date = day
                AND (days.team_id IS NULL OR days.team_id = handled.team_id))""",
            List.of("kind", "cost_id", "interaction_id", "counted_at_date"),
            DIMENSIONS,
            List.of(
                    "kind",
                    "cost_id",
                    "interaction_id",
                    "counted_at",
                    "amount",
                    "share",
                    "currency",
                    "channel",
                    "agent_id",
                    "team_id",
                    "queue_id",
                    "case_id",
                    "customer_id"));

    private ServiceCostFacts() {}
}
