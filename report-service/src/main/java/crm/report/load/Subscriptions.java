package crm.report.load;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When an address was on a list, and when on any: from what happened to it, in order of time. Being put on a list that
 * it is on, or taken off one that it is not on, changes nothing. An address that leaves one list in the instant in which
 * it is put on another has been on a list all the time.
 */
final class Subscriptions implements Derivation {

    private static final List<String> STATEMENTS = List.of("""
            INSERT INTO list_subscriptions BY NAME
            WITH events AS (
                SELECT *, kind = 'subscribed' AS is_on,
                    lag(kind = 'subscribed', 1, false) OVER (
                        PARTITION BY list_id, address_hash ORDER BY occurred_at, id) AS was_on
                FROM subscription_events WHERE address_hash IN (SELECT id FROM touched_addresses)),
            turns AS (
                SELECT *, lead(occurred_at) OVER later AS ended_at, lead(kind) OVER later AS ended_by
                FROM events WHERE is_on <> was_on
                WINDOW later AS (PARTITION BY list_id, address_hash ORDER BY occurred_at, id))
            SELECT list_id, address_hash, source, campaign_id, form, country, ended_by,
                occurred_at AS began_at, local_date(occurred_at) AS began_at_date,
                ended_at, local_date(ended_at) AS ended_at_date
            FROM turns WHERE is_on
            """, """
            INSERT INTO address_subscriptions BY NAME
            WITH steps AS (
                SELECT address_hash, list_id, began_at AS moment, 1 AS step, began_at,
                    source, campaign_id, form, country, NULL AS ended_by
                FROM list_subscriptions WHERE address_hash IN (SELECT id FROM touched_addresses)
                UNION ALL
                SELECT address_hash, list_id, ended_at, -1, began_at, NULL, NULL, NULL, NULL, ended_by
                FROM list_subscriptions
                WHERE ended_at IS NOT NULL AND address_hash IN (SELECT id FROM touched_addresses)),
            lists AS (
                SELECT *, sum(step) OVER in_order AS lists
                FROM steps WINDOW in_order AS (
                    PARTITION BY address_hash ORDER BY moment, step DESC, list_id, began_at
                    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)),
            turns AS (
                SELECT *, lead(moment) OVER later AS left_at, lead(ended_by) OVER later AS left_by
                FROM lists WHERE (step = 1 AND lists = 1) OR lists = 0
                WINDOW later AS (PARTITION BY address_hash ORDER BY moment, step DESC, list_id, began_at))
            SELECT address_hash, source, campaign_id, form, country, left_by AS ended_by,
                moment AS began_at, local_date(moment) AS began_at_date,
                left_at AS ended_at, local_date(left_at) AS ended_at_date
            FROM turns WHERE step = 1
            """);

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "list_subscriptions", Set.of("subscription_events"),
                "address_subscriptions", Set.of("subscription_events"));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.areAbout("subscription-events")) {
            return;
        }
        Touched addresses = new Touched(changes, "touched_addresses").by("subscription-events", "address_hash");
        addresses.deleteFrom("list_subscriptions", "address_hash");
        addresses.deleteFrom("address_subscriptions", "address_hash");
        STATEMENTS.forEach(changes::run);
    }
}
