package crm.report.load;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How the credit of a purchase is shared among the touches before it, under each model. */
public final class Attribution {

    /** Days before a purchase in which a touch counts, where a question does not say. */
    public static final int USUAL_DAYS = 90;

    /** The most that a question may say. */
    public static final int MOST_DAYS = 730;

    private static final Map<String, String> WEIGHTS = weights();

    private Attribution() {}

    static Set<String> models() {
        return WEIGHTS.keySet();
    }

    /**
     * A query for the part of each campaign in each deal that something touched: {@code deal_id}, {@code model},
     * {@code campaign_id} and {@code credit}. The parts of a deal add up to 1.
     *
     * @param which what rows of {@code purchase_touches} meet to be counted
     */
    public static String credits(Collection<String> models, String which) {
        String weights = models.stream()
                .map(model -> "{'model': '%s', 'weight': %s}".formatted(model, WEIGHTS.get(model)))
                .collect(Collectors.joining(",\n"));
        return CREDITS.replace("{weights}", weights).replace("{which}", which);
    }

    private static Map<String, String> weights() {
        Map<String, String> weights = new LinkedHashMap<>();
        weights.put("primary", "CASE WHEN is_last_response THEN 1.0::DOUBLE ELSE 0 END");
        weights.put("first-touch", "CASE WHEN place = 1 THEN 1.0::DOUBLE ELSE 0 END");
        weights.put("last-touch", "CASE WHEN place = places THEN 1.0::DOUBLE ELSE 0 END");
        weights.put("last-non-direct", "CASE WHEN is_last_non_direct THEN 1.0::DOUBLE ELSE 0 END");
        weights.put("linear", "1.0::DOUBLE");
        weights.put("position-based", """
                CASE WHEN places <= 2 THEN 1.0::DOUBLE
                    WHEN place IN (1, places) THEN 0.4 ELSE 0.2 / (places - 2) END""");
        weights.put("w-shaped", """
                CASE WHEN turns > 0 THEN 0.3::DOUBLE * turns
                    ELSE 0.1 / count(*) FILTER (turns = 0) OVER (PARTITION BY deal_id, won_at_date) END""");
        weights.put("time-decay", "pow(2.0::DOUBLE, -(epoch(won_at) - epoch(occurred_at)) / (7 * 86400))");
        return Collections.unmodifiableMap(weights);
    }

    /** The date belongs to each deal once; told beside it, a period asked about is looked for before all else. */
    private static final String CREDITS = """
            WITH placed AS (
                SELECT *,
                    row_number() OVER (PARTITION BY deal_id, won_at_date ORDER BY occurred_at, touch_id) AS place,
                    count(*) OVER (PARTITION BY deal_id, won_at_date) AS places,
                    max((is_response, occurred_at, touch_id)) OVER (PARTITION BY deal_id, won_at_date)
                        = (is_response, occurred_at, touch_id) AND is_response AS is_last_response,
                    max((NOT is_direct, occurred_at, touch_id)) OVER (PARTITION BY deal_id, won_at_date)
                        = (NOT is_direct, occurred_at, touch_id) AS is_last_non_direct
                FROM purchase_touches WHERE {which}),
            turned AS (
                SELECT *,
                    max(place) FILTER (is_before_lead) OVER (PARTITION BY deal_id, won_at_date) AS lead_place,
                    max(place) FILTER (is_before_deal) OVER (PARTITION BY deal_id, won_at_date) AS deal_place
                FROM placed),
            turning AS (
                SELECT *, (place = 1)::INTEGER + coalesce(place = lead_place, false)::INTEGER
                    + coalesce(place = deal_place, false)::INTEGER AS turns
                FROM turned),
            weighed AS (
                SELECT deal_id, won_at_date, campaign_id, unnest([
                    {weights}]) AS each
                FROM turning),
            summed AS (
                SELECT deal_id, won_at_date, campaign_id, each.model AS model, sum(each.weight) AS weight
                FROM weighed WHERE each.weight > 0 GROUP BY ALL),
            shared AS (
                SELECT *, CAST(round(weight / sum(weight) OVER (PARTITION BY deal_id, won_at_date, model), 9)
                    AS DECIMAL(18, 9)) AS share
                FROM summed)
            SELECT deal_id, won_at_date, model, campaign_id,
                CAST(share + CASE WHEN row_number() OVER (
                        PARTITION BY deal_id, won_at_date, model ORDER BY share DESC, campaign_id) = 1
                    THEN 1 - sum(share) OVER (PARTITION BY deal_id, won_at_date, model) ELSE 0 END
                    AS DECIMAL(18, 9)) AS credit
            FROM shared
            """;
}
