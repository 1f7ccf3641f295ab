package crm.report.load;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which deal is left of one that was merged: calls about the one count for the other. */
final class DealSurvivors implements Derivation {

    /** Another deal's merger can make or break a circle, and then a deal counts that did not change itself. */
    private static final List<String> STATEMENTS = List.of(
            "CREATE TEMPORARY TABLE surviving_deals AS " + Survivors.OF_KIND.replace("{kind}", "deals"), """
            INSERT INTO changed_deals
            SELECT coalesce(before.id, now.id)
            FROM deal_survivors before FULL JOIN surviving_deals now ON now.id = before.id
            WHERE before.survivor IS DISTINCT FROM now.survivor
            """, """
            DELETE FROM deal_survivors WHERE (id, survivor) NOT IN (SELECT (id, survivor) FROM surviving_deals)
            """, """
            INSERT INTO deal_survivors
            SELECT id, survivor FROM surviving_deals WHERE id NOT IN (SELECT id FROM deal_survivors)
            """);

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of("deal_survivors", Set.of("deals"));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.isEmpty("changed_deals")) {
            STATEMENTS.forEach(changes::run);
        }
    }
}
