package crm.report.catalog;

import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.OWNER;
import static crm.report.catalog.Dimensions.PIPELINE;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Dimensions.TERRITORY;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;

/** Facts of what is signed with customers: contracts that fall due, proposals that are sent. */
final class ContractFacts {

    /** Days after a contract's end in which a renewal is still its renewal, where nobody says otherwise. */
    static final int GRACE_DAYS = 30;

    private static final String A_YEAR = """
            CASE coalesce({of}.interval, 'year') WHEN 'month' THEN 12 WHEN 'quarter' THEN 4
                WHEN 'week' THEN 52 WHEN 'day' THEN 365 ELSE 1 END""";

    static final Fact DUE = due(GRACE_DAYS);

    /**
     * Revisions of proposals as they were sent; for a tenant without proposals, the first entry of each deal into a stage
     * that says that one was sent.
     */
    static final Fact PROPOSALS = new Fact(
            "proposals",
            """
            (WITH sent AS (
                SELECT t.*, coalesce(number, 'record ' || t.id) AS told_number,
                    coalesce(t.currency, (SELECT any_value(currency) FROM store_settings)) AS told_currency,
                    accepted_at IS NOT NULL OR coalesce(status, '') = 'accepted' AS is_taken
                FROM proposals t WHERE sent_at IS NOT NULL AND coalesce(status, 'sent') <> 'draft'),
              revisions AS (
                SELECT id, deal_id, customer_id, number, sent_at, sent_at_date, amount, told_currency AS currency,
                    owner_id, team_id, territory_id, pipeline_id, product_family, source, is_taken,
                    row_number() OVER (PARTITION BY told_number ORDER BY sent_at, id) = 1 AS is_first,
                    max(is_taken) OVER (PARTITION BY told_number) AS is_accepted,
                    last_value(amount) OVER whole AS latest_amount,
                    last_value(told_currency) OVER whole AS latest_currency
                FROM sent
                WINDOW whole AS (PARTITION BY told_number ORDER BY sent_at, id
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)),
              entries AS (
                SELECT states.*, row_number() OVER (PARTITION BY deal_id ORDER BY state_from) = 1 AS is_entry
                FROM deal_states states
                WHERE EXISTS (SELECT 1 FROM stages stage WHERE is_proposal_stage AND stage.stage_id = states.stage_id
                      AND (states.pipeline_id IS NULL OR stage.pipeline_id = states.pipeline_id))
                  AND NOT EXISTS (SELECT 1 FROM sent)),
              given AS (
                SELECT * FROM revisions
                UNION ALL BY NAME
                SELECT deal_id AS id, deal_id, customer_id, state_from AS sent_at, state_from_date AS sent_at_date,
                    amount, currency, true AS is_first, status = 'won' AS is_taken, status = 'won' AS is_accepted,
                    amount AS latest_amount, currency AS latest_currency
                FROM entries WHERE is_entry)
              SELECT given.* REPLACE (
                  CASE WHEN given.owner_id IS NOT NULL OR given.team_id IS NOT NULL THEN given.owner_id
                      ELSE deal.owner_id END AS owner_id,
                  CASE WHEN given.owner_id IS NOT NULL OR given.team_id IS NOT NULL
                      THEN coalesce(given.team_id, teams.team_id) ELSE deal.team_id END AS team_id,
                  coalesce(given.territory_id, deal.territory_id) AS territory_id,
                  coalesce(deal.pipeline_id, given.pipeline_id) AS pipeline_id,
                  coalesce(given.product_family, deal.product_family) AS product_family,
                  coalesce(given.source, deal.source) AS source,
                  coalesce(merged.survivor, given.customer_id, deal.customer_id) AS customer_id)
              FROM given
              LEFT JOIN deal_facts deal ON deal.id = given.deal_id
              LEFT JOIN merged_customers merged ON merged.id = given.customer_id
              LEFT JOIN user_teams teams ON teams.user_id = given.owner_id AND teams.valid_from <= sent_at
                AND (teams.valid_to IS NULL OR sent_at < teams.valid_to))""",
            List.of("id"),
            List.of(
                    Ownership.ownerOfProposal(),
                    Ownership.teamOfProposal(),
                    PIPELINE,
                    PRODUCT_FAMILY,
                    SOURCE,
                    TERRITORY,
                    CUSTOMER,
                    Dimension.through("segment", "customer_id", "customer_profiles", "segment")),
            List.of("id", "number", "deal_id", "customer_id", "sent_at", "amount", "currency", "owner_id", "team_id"));

    private ContractFacts() {}

    /** Contracts that can be renewed, by when that is due; values are those of a year. */
    static Fact due(int graceDays) {
        return new Fact(
                "contracts due",
                """
            (WITH valued AS (
                SELECT t.*, recurring_value * {a_year} AS yearly_value,
                    coalesce(currency, (SELECT any_value(currency) FROM store_settings)) AS told_currency
                FROM contracts t),
              renewals AS (
                SELECT due.id, sum(CASE WHEN renewal.told_currency = due.told_currency
                    THEN coalesce(renewal.yearly_value, 0) ELSE due.yearly_value END) AS value
                FROM valued due JOIN valued renewal ON renewal.renews_contract_id = due.id
                  AND coalesce(renewal.signed_at, renewal.start_at) <= due.end_at + INTERVAL {grace} DAY
                WHERE due.cancelled_at IS NULL OR due.cancelled_at >= due.end_at
                GROUP BY due.id)
              SELECT due.* EXCLUDE (currency, told_currency, segment, region, team_id, customer_id, yearly_value),
                told_currency AS currency, end_at AS due_at, end_at_date AS due_at_date,
                coalesce(merged.survivor, due.customer_id) AS customer_id,
                coalesce(due.team_id, teams.team_id) AS team_id,
                coalesce(due.segment, profile.segment) AS segment, coalesce(due.region, profile.region) AS region,
                profile.cohort, profile.industry, CAST(term_months AS VARCHAR) AS term,
                renewals.id IS NOT NULL AS is_renewed,
                CAST(yearly_value AS DECIMAL(18, 4)) AS yearly_value,
                CAST(least(yearly_value, renewals.value) AS DECIMAL(18, 4)) AS renewed_value,
                CASE WHEN renewals.id IS NULL AND (cancelled_at IS NULL OR cancelled_at >= end_at)
                    THEN end_at + INTERVAL {grace} DAY END AS pending_until
              FROM valued due
              LEFT JOIN renewals ON renewals.id = due.id
              LEFT JOIN merged_customers merged ON merged.id = due.customer_id
              LEFT JOIN customer_profiles profile ON profile.id = coalesce(merged.survivor, due.customer_id)
              LEFT JOIN user_teams teams ON teams.user_id = due.owner_id AND teams.valid_from <= end_at
                AND (teams.valid_to IS NULL OR end_at < teams.valid_to)
              WHERE end_at IS NOT NULL AND coalesce(renewable, true))""".replace("{a_year}", A_YEAR.replace("{of}", "t")).replace("{grace}", Integer.toString(graceDays)),
                List.of("id"),
                List.of(
                        OWNER,
                        Ownership.teamOf("id", "contracts"),
                        TERRITORY,
                        CUSTOMER,
                        PRODUCT_FAMILY,
                        Dimension.of("product", "product_id", new Dimension.Labels("products", "id", "name")),
                        Dimension.of("plan", "plan"),
                        Dimension.of("segment", "segment"),
                        Dimension.of("region", "region"),
                        Dimension.of("industry", "industry"),
                        Dimension.of("term", "term"),
                        Dimension.of("cohort", "cohort")),
                List.of(
                        "id",
                        "customer_id",
                        "start_at",
                        "due_at",
                        "cancelled_at",
                        "is_renewed",
                        "recurring_value",
                        "interval",
                        "currency",
                        "owner_id",
                        "team_id"));
    }
}
