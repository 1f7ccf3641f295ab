package crm.tenant;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/** The dated settings of tenants. */
@ApplicationScoped
public class TenantRules {

    private static final Collector<KeptRule, ?, Rules> RULES =
            collectingAndThen(groupingBy(KeptRule::rule, mapping(KeptRule::since, toList())), Rules::new);

    @Transactional
    public Rules of(TenantId tenant) {
        return rows(tenant).stream().collect(RULES);
    }

    /** Of those tenants who have any; of the others they are the usual ones. */
    @Transactional
    public Map<TenantId, Rules> ofAllTenants() {
        return KeptRule.<KeptRule>listAll().stream().collect(groupingBy(KeptRule::tenant, RULES));
    }

    /**
     * Changes what rules are from a day on. Without a day they always were so: what was said of other days is forgotten.
     */
    @Transactional
    public void change(TenantId tenant, Map<Rule, String> values, @Nullable LocalDate from) {
        if (from == null) {
            forget(tenant, values.keySet());
        }
        values.forEach((rule, value) -> set(tenant, rule, new Rules.Since(from == null ? Rules.EVER : from, value)));
    }

    private static void forget(TenantId tenant, Collection<Rule> rules) {
        rows(tenant).stream().filter(row -> rules.contains(row.rule())).forEach(KeptRule::delete);
        KeptRule.flush();
    }

    private static void set(TenantId tenant, Rule rule, Rules.Since since) {
        Optional<KeptRule> kept = KeptRule.findByIdOptional(KeptRule.id(tenant, rule, since.from()));
        kept.ifPresentOrElse(before -> before.change(since.value()), () -> new KeptRule(tenant, rule, since).persist());
    }

    private static List<KeptRule> rows(TenantId tenant) {
        return KeptRule.list("tenant = ?1 ORDER BY rule, validFrom", tenant.number());
    }
}
