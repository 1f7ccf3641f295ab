package crm.report.catalog;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of marketing that reports need: what was spent on which day, whom messages reached. */
final class MarketingFacts {

    /** Money spent on marketing, a row a day; what is left over of an even spread falls on the last day. */
    static final Fact COSTS = new Fact(
            "marketing costs",
            """
            (SELECT id, spent_on AS spent_at_date,
                timezone('UTC', timezone((SELECT any_value(time_zone) FROM store_settings), spent_on::TIMESTAMP))
                    AS spent_at,
                source, medium, channel, campaign_id,
                coalesce(currency, (SELECT any_value(currency) FROM store_settings)) AS currency,
                CAST(CASE WHEN spent_on = last_day THEN amount - (days - 1) * share ELSE share END AS DECIMAL(18, 4))
                    AS amount
              FROM (
                SELECT *, CAST(floor(amount * 10000 / days) / 10000 AS DECIMAL(18, 4)) AS share,
                    CAST(unnest(generate_series(day, last_day, INTERVAL 1 DAY)) AS DATE) AS spent_on
                FROM (
                  SELECT *, greatest(day, coalesce("until", day)) AS last_day,
                      greatest(day, coalesce("until", day)) - day + 1 AS days
                  FROM marketing_costs)))\
            """,
            List.of("id", "spent_at_date"),
            List.of(Dimensions.SOURCE, Dimensions.MEDIUM, Dimensions.CHANNEL, Dimensions.CAMPAIGN),
            List.of("id", "spent_at", "amount", "currency", "source", "medium", "channel", "campaign_id"));

    /** Events of campaigns with the owner and team of the campaign. */
    static final Fact MESSAGES = new Fact(
            "campaign messages",
            """
            (SELECT e.* REPLACE (coalesce(e.channel, c.channel) AS channel),
                c.type AS campaign_type, c.owner_id, c.team_id
              FROM campaign_events e
              LEFT JOIN campaign_facts c ON c.id = e.campaign_id)\
            """,
            List.of("id"),
            Stream.concat(
                            CampaignFacts.CAMPAIGN_EVENTS.dimensions().stream()
                                    .filter(each -> !each.name().equals("responseType")),
                            Stream.of(
                                    Ownership.ownerOf("campaign_id", "campaigns"),
                                    Ownership.teamOf("campaign_id", "campaigns"),
                                    Dimension.of("eventType", "event_type")))
                    .toList(),
            List.of("id", "campaign_id", "member_id", "event_type", "occurred_at", "channel"));

    private MarketingFacts() {}
}
