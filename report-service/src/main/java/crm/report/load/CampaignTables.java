package crm.report.load;

import crm.tenant.Rule;
import crm.tenant.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Campaigns with their launch, and their members with what first reached them and how they first responded.
 *
 * <p>New events are merged into what stands, so that a load costs what its own events cost; only campaigns that changed
 * themselves, or whose events were taken back or corrected, are counted again from all their events.
 */
final class CampaignTables implements Derivation {

    private static final String RECOUNTED = """
            CREATE TEMPORARY TABLE recounted_campaigns AS
            SELECT id FROM changed_campaigns
            UNION SELECT campaign_id FROM campaign_events_history
            WHERE campaign_id IS NOT NULL AND (position > {since} OR superseded_position > {since})
            """;

    private static final List<String> LAUNCHES = List.of("""
            CREATE TEMPORARY TABLE newly_sent AS
            SELECT campaign_id, min(occurred_at) AS sent_at FROM campaign_events
            WHERE event_type = 'sent' AND position > {since}
                AND campaign_id NOT IN (SELECT id FROM recounted_campaigns)
            GROUP BY campaign_id
            """, """
            UPDATE campaign_facts SET first_sent_at = newly_sent.sent_at,
                first_sent_at_date = local_date(newly_sent.sent_at),
                launched_at = CASE WHEN campaigns.started_at IS NULL
                        AND coalesce(campaigns.status, 'running') NOT IN ('planned', 'aborted')
                    THEN newly_sent.sent_at ELSE campaign_facts.launched_at END,
                launched_at_date = CASE WHEN campaigns.started_at IS NULL
                        AND coalesce(campaigns.status, 'running') NOT IN ('planned', 'aborted')
                    THEN local_date(newly_sent.sent_at) ELSE campaign_facts.launched_at_date END
            FROM newly_sent JOIN campaigns ON campaigns.id = newly_sent.campaign_id
            WHERE campaign_facts.id = newly_sent.campaign_id
                AND (campaign_facts.first_sent_at IS NULL OR newly_sent.sent_at < campaign_facts.first_sent_at)
            """);

    private static final List<String> RECOUNT = List.of("""
            CREATE TEMPORARY TABLE first_sent AS
            SELECT campaign_id, min(occurred_at) AS sent_at FROM campaign_events
            WHERE event_type = 'sent' AND campaign_id IN (SELECT id FROM recounted_campaigns)
            GROUP BY campaign_id
            """, """
            DELETE FROM campaign_facts WHERE id IN (SELECT id FROM recounted_campaigns)
            """, """
            INSERT INTO campaign_facts BY NAME
            WITH launches AS (
                SELECT campaigns.*, sent_at,
                    CASE WHEN coalesce(status, 'running') NOT IN ('planned', 'aborted')
                        THEN coalesce(started_at, sent_at) END AS launched
                FROM campaigns LEFT JOIN first_sent ON first_sent.campaign_id = campaigns.id
                WHERE campaigns.id IN (SELECT id FROM recounted_campaigns))
            SELECT id, name, type, channel, status, owner_id,
                coalesce(launches.team_id, (
                    SELECT any_value(teams.team_id) FROM user_teams teams
                    WHERE teams.user_id = launches.owner_id
                        AND teams.valid_from <= coalesce(launched, created_at, planned_start_at, version)
                        AND (teams.valid_to IS NULL
                            OR coalesce(launched, created_at, planned_start_at, version) < teams.valid_to)))
                    AS team_id,
                target_segment AS segment, product_family, coalesce(currency, ?) AS currency,
                launched AS launched_at, local_date(launched) AS launched_at_date,
                ended_at, ended_at_date,
                sent_at AS first_sent_at, local_date(sent_at) AS first_sent_at_date,
                budget, actual_cost
            FROM launches ORDER BY id
            """, """
            DELETE FROM campaign_member_facts WHERE campaign_id IN (SELECT id FROM recounted_campaigns)
            """);

    private static final List<String> MEMBERS = List.of("""
            CREATE TEMPORARY TABLE own_response_types AS
            SELECT id AS campaign_id, from_json(response_types, '["VARCHAR"]') AS types
            FROM campaigns WHERE response_types IS NOT NULL
            """, """
            CREATE TEMPORARY VIEW answered_events AS
            SELECT events.*, list_contains(coalesce(types, {usual}), event_type) AS is_response
            FROM campaign_events events LEFT JOIN own_response_types USING (campaign_id)
            WHERE position > {since} OR campaign_id IN (SELECT id FROM recounted_campaigns)
            """, """
            CREATE TEMPORARY TABLE new_members AS
            SELECT events.campaign_id, events.member_id,
                min(events.occurred_at) FILTER (events.event_type = 'delivered') AS delivered_at,
                min(events.occurred_at) FILTER (is_response) AS responded_at,
                min(strftime(events.occurred_at, '%Y%m%d%H%M%S%f') || events.event_type)
                    FILTER (is_response) AS response,
                min(events.channel) AS given_channel, min(events.segment) AS segment,
                min(events.source_list) AS source_list, min(events.customer_id) AS customer_id,
                min(events.lead_id) AS lead_id
            FROM answered_events events
            WHERE event_type = 'delivered' OR is_response
            GROUP BY events.campaign_id, events.member_id
            """, """
            INSERT INTO new_members
            SELECT campaign_id, member_id, delivered_at, responded_at,
                strftime(responded_at, '%Y%m%d%H%M%S%f') || response_type,
                given_channel, segment, source_list, customer_id, lead_id
            FROM campaign_member_facts
            WHERE (campaign_id, member_id) IN (SELECT (campaign_id, member_id) FROM new_members)
            """, """
            DELETE FROM campaign_member_facts
            WHERE (campaign_id, member_id) IN (SELECT (campaign_id, member_id) FROM new_members)
            """, """
            INSERT INTO campaign_member_facts BY NAME
            WITH merged AS (
                SELECT campaign_id, member_id, min(delivered_at) AS delivered_at, min(responded_at) AS responded_at,
                    substr(min(response), 21) AS response_type, min(given_channel) AS given_channel,
                    min(segment) AS segment, min(source_list) AS source_list, min(customer_id) AS customer_id,
                    min(lead_id) AS lead_id
                FROM new_members GROUP BY campaign_id, member_id)
            SELECT merged.campaign_id, merged.member_id, facts.type AS campaign_type,
                coalesce(merged.given_channel, facts.channel) AS channel, merged.given_channel,
                merged.segment, merged.source_list, merged.response_type, facts.owner_id, facts.team_id,
                merged.customer_id, merged.lead_id,
                delivered_at, local_date(delivered_at) AS delivered_at_date,
                responded_at, local_date(responded_at) AS responded_at_date
            FROM merged LEFT JOIN campaign_facts facts ON facts.id = merged.campaign_id
            """);

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "campaign_facts", Set.of("campaigns", "campaign_events", "user_teams"),
                "campaign_member_facts", Set.of("campaign_facts", "campaign_events"));
    }

    @Override
    public void derive(Changes changes) {
        if (changes.isEmpty("changed_campaigns") && !changes.areAbout("campaign-events")) {
            return;
        }
        run(changes, RECOUNTED);
        LAUNCHES.forEach(statement -> run(changes, statement));
        if (!changes.isEmpty("recounted_campaigns")) {
            RECOUNT.forEach(statement -> run(changes, statement));
        }
        MEMBERS.forEach(statement -> run(changes, statement));
    }

    private static void run(Changes changes, String statement) {
        String text = statement
                .replace("{since}", Long.toString(changes.since()))
                .replace(
                        "{usual}",
                        changes.settings().ruleOn("occurred_at_date", Rule.RESPONSE_TYPES, CampaignTables::list));
        if (text.indexOf('?') >= 0) {
            changes.run(text, changes.settings().currency());
        } else {
            changes.run(text);
        }
    }

    private static String list(String words) {
        return Rules.words(words).stream().collect(Collectors.joining("', '", "['", "']"));
    }
}
