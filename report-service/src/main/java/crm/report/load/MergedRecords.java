package crm.report.load;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which record of a kind is left of one that was merged: what was said about the one counts for the other. */
final class MergedRecords implements Derivation {

    /** Another record's merger can make or break a circle, and then a record counts that did not change itself. */
    private static final List<String> STATEMENTS =
            List.of("CREATE TEMPORARY TABLE surviving_{kind} AS " + Survivors.OF_KIND, """
                INSERT INTO changed_{kind}
                WITH differing AS (
                    SELECT coalesce(before.id, now.id) AS id, before.survivor AS before, now.survivor AS now
                    FROM {one}_survivors before FULL JOIN surviving_{kind} now ON now.id = before.id
                    WHERE before.survivor IS DISTINCT FROM now.survivor)
                SELECT id FROM (SELECT unnest([id, before, now]) AS id FROM differing) WHERE id IS NOT NULL
                """, """
                DELETE FROM {one}_survivors WHERE (id, survivor) NOT IN (SELECT (id, survivor) FROM surviving_{kind})
                """, """
                INSERT INTO {one}_survivors
                SELECT id, survivor FROM surviving_{kind} WHERE id NOT IN (SELECT id FROM {one}_survivors)
                """);

    private final String kind;
    private final String one;

    /** @param one what a single record of the kind is called */
    MergedRecords(String kind, String one) {
        this.kind = kind;
        this.one = one;
    }

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(one + "_survivors", Set.of(kind));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.isEmpty("changed_" + kind)) {
            STATEMENTS.forEach(
                    statement -> changes.run(statement.replace("{kind}", kind).replace("{one}", one)));
        }
    }
}
