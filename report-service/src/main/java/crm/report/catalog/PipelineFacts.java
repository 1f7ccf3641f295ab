package crm.report.catalog;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of pipelines that reports need: how far deals came, where they were lost, what comes in for them. */
final class PipelineFacts {

    /** Deals as they are listed when they have just come in. */
    static final Fact OPPORTUNITIES = new Fact(
            "deals",
            SalesFacts.DEALS.table(),
            SalesFacts.DEALS.key(),
            SalesFacts.DEALS.dimensions(),
            List.of(
                    "id",
                    "title",
                    "created_at",
                    "status",
                    "amount",
                    "currency",
                    "probability",
                    "expected_close_at",
                    "closed_at",
                    "pipeline_id",
                    "stage_id",
                    "customer_id",
                    "owner_id",
                    "team_id",
                    "source"));

    /** Deals with the stage in which they were before they closed: the one left last. */
    static final Fact CLOSED_DEALS = new Fact(
            "deals",
            """
            (SELECT deal.*, latest.stage_id AS closed_in_stage
              FROM deal_facts deal
              LEFT JOIN (
                SELECT deal_id, last(stage_id ORDER BY left_at, stage_id) AS stage_id
                FROM stage_stays WHERE left_at IS NOT NULL GROUP BY deal_id) latest ON latest.deal_id = deal.id)""",
            List.of("id"),
            Stream.concat(
                            SalesFacts.DEALS.dimensions().stream(),
                            Stream.of(Dimension.of("closedInStage", "closed_in_stage", Dimensions.STAGE_NAMES)))
                    .toList(),
            List.of(
                    "id",
                    "title",
                    "closed_at",
                    "loss_reason",
                    "closed_in_stage",
                    "competitor_id",
                    "amount",
                    "currency",
                    "created_at",
                    "cycle_seconds",
                    "customer_id",
                    "owner_id",
                    "team_id",
                    "pipeline_id",
                    "source"));

    /**
     * Every stage that a deal reached: those it entered, and of its pipeline all before the furthest of them; a won deal
     * reached them all. Stages of deals that are lost or set aside are no steps.
     */
    static final Fact REACHED_STAGES = new Fact(
            "reached stages",
            """
            (WITH entered AS (
                SELECT stay.deal_id, stay.stage_id, min(stage.stage_order) AS stage_order
                FROM stage_stays stay
                JOIN deal_facts deal ON deal.id = stay.deal_id
                LEFT JOIN stages stage ON stage.stage_id = stay.stage_id
                  AND (deal.pipeline_id IS NULL OR stage.pipeline_id = deal.pipeline_id)
                GROUP BY ALL
                HAVING NOT coalesce(bool_or(stage.is_lost OR stage.is_unqualified), false)),
              steps AS (
                SELECT pipeline_id, stage_id, stage_order FROM stages
                WHERE NOT coalesce(is_lost OR is_unqualified, false)),
              furthest AS (
                SELECT deal.id AS deal_id, greatest(max(entered.stage_order),
                    CASE WHEN any_value(deal.status) = 'won' THEN any_value(latest.stage_order) END) AS stage_order,
                    any_value(latest.stage_order) AS last_order
                FROM deal_facts deal
                LEFT JOIN entered ON entered.deal_id = deal.id
                LEFT JOIN (SELECT pipeline_id, max(stage_order) AS stage_order FROM steps GROUP BY pipeline_id) latest
                  ON latest.pipeline_id = deal.pipeline_id
                GROUP BY deal.id),
              reached AS (
                SELECT deal_id, stage_id, stage_order FROM entered
                UNION
                SELECT deal.id, steps.stage_id, steps.stage_order
                FROM deal_facts deal
                JOIN furthest ON furthest.deal_id = deal.id
                JOIN steps ON steps.pipeline_id = deal.pipeline_id AND steps.stage_order <= furthest.stage_order)
              SELECT deal.* REPLACE (reached.stage_id AS stage_id),
                coalesce(reached.stage_order < furthest.stage_order, false) AS has_moved_on,
                coalesce(reached.stage_order < furthest.last_order, false) AS has_next
              FROM reached
              JOIN deal_facts deal ON deal.id = reached.deal_id
              JOIN furthest ON furthest.deal_id = deal.id)""",
            List.of("id", "stage_id"),
            SalesFacts.DEALS.dimensions(),
            List.of(
                    "id",
                    "title",
                    "stage_id",
                    "has_moved_on",
                    "status",
                    "created_at",
                    "amount",
                    "currency",
                    "owner_id",
                    "team_id",
                    "pipeline_id"));

    private static final List<Dimension> OF_RECEIPTS = List.of(
            Dimensions.OWNER,
            Dimensions.TEAM,
            Dimensions.TERRITORY,
            Dimensions.PIPELINE,
            Dimensions.PRODUCT_FAMILY,
            Dimensions.CUSTOMER);

    /** Money received, with what is known of the deal that it was paid for. */
    static final Fact RECEIPTS = new Fact(
            "payments",
            """
            (SELECT p.id, p.paid_at, p.paid_at_date, p.amount, p.form, p.deal_id, p.order_id, p.invoice_id,
                coalesce(p.currency, (SELECT any_value(currency) FROM store_settings)) AS currency,
                coalesce(merged.survivor, p.customer_id, deal.customer_id) AS customer_id,
                {of_deal}
              FROM payments p
              {deal})""".replace("{of_deal}", ofDeal()).replace("{deal}", withDeal()),
            List.of("id"),
            Stream.concat(OF_RECEIPTS.stream(), Stream.of(Dimension.of("form", "form")))
                    .toList(),
            List.of("id", "paid_at", "amount", "currency", "form", "deal_id", "order_id", "customer_id", "owner_id"));

    /** Payments agreed on that have not come in. */
    static final Fact AGREED_RECEIPTS = new Fact(
            "payments agreed on",
            """
            (SELECT p.id, p.due_at, p.due_at_date, p.amount, p.number, p.deal_id,
                coalesce(p.currency, (SELECT any_value(currency) FROM store_settings)) AS currency,
                coalesce(merged.survivor, p.customer_id, deal.customer_id) AS customer_id,
                {of_deal}
              FROM payment_schedules p
              {deal}
              WHERE p.paid_at IS NULL AND p.payment_id IS NULL)""".replace("{of_deal}", ofDeal()).replace("{deal}", withDeal()),
            List.of("id"),
            OF_RECEIPTS,
            List.of("id", "due_at", "amount", "currency", "number", "deal_id", "customer_id", "owner_id"));

    private PipelineFacts() {}

    private static String ofDeal() {
        return "deal.owner_id, deal.team_id, deal.territory_id, deal.pipeline_id, deal.product_family";
    }

    private static String withDeal() {
        return """
                LEFT JOIN deal_survivors survivor ON survivor.id = p.deal_id
                  LEFT JOIN deal_facts deal ON deal.id = coalesce(survivor.survivor, p.deal_id)
                  LEFT JOIN merged_customers merged ON merged.id = p.customer_id""";
    }
}
