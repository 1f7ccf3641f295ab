package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whom customers recommended us to. */
final class Referring {

    static final Set<String> OF_REFERRERS = renamed(Staying.OF_CUSTOMERS);
    static final Set<String> OF_REFERRALS = more(OF_REFERRERS, "program", "channel");
    static final Set<String> OF_LEADS = Set.of("owner", "team", "territory", "channel");

    private final Known known;
    private final Buying buying;
    private final Staying staying;

    Referring(Known known, Buying buying, Staying staying) {
        this.known = known;
        this.buying = buying;
        this.staying = staying;
    }

    private static Set<String> renamed(Set<String> dimensions) {
        Set<String> renamed = new HashSet<>(dimensions);
        renamed.remove("customer");
        renamed.add("referrer");
        return Set.copyOf(renamed);
    }

    private static Set<String> more(Set<String> some, String... others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(others));
        return Set.copyOf(all);
    }

    /** By customers, of each party the first. */
    private List<Entity> referrals() {
        Map<List<String>, Entity> firsts = new LinkedHashMap<>();
        known.all("referrals").stream()
                .filter(this::isByACustomer)
                .sorted(Comparator.<Entity, Instant>comparing(each -> each.now().needed("madeAt"))
                        .thenComparing(Entity::id))
                .forEach(each -> firsts.putIfAbsent(List.of(referrer(each), party(each)), each));
        return List.copyOf(firsts.values());
    }

    private boolean isByACustomer(Entity referral) {
        if (!referral.now().has("referrerCustomerId")) {
            return false;
        }
        Instant began = buying.becameCustomer(referrer(referral));
        return began != null && !began.isAfter(referral.now().needed("madeAt"));
    }

    private String referrer(Entity referral) {
        return Objects.requireNonNull(known.survivor(referral.now().text("referrerCustomerId")));
    }

    private String party(Entity referral) {
        Version now = referral.now();
        if (now.has("customerId")) {
            return "customer " + known.survivor(now.text("customerId"));
        }
        if (now.has("leadId")) {
            return "lead " + known.survivor("leads", now.text("leadId"));
        }
        return now.has("contactId")
                ? "contact " + known.survivor("contacts", now.text("contactId"))
                : "referral " + referral.id();
    }

    private @Nullable Instant converted(Entity referral) {
        Version now = referral.now();
        if (now.has("convertedAt")) {
            return now.moment("convertedAt");
        }
        String ofLead = known.toldBySurvivor(
                        "leads",
                        now.text("leadId"),
                        each -> java.util.Optional.ofNullable(each.text("convertedCustomerId")))
                .orElse(null);
        String ofContact = known.toldBySurvivor(
                        "contacts",
                        now.text("contactId"),
                        each -> java.util.Optional.ofNullable(each.text("customerId")))
                .orElse(null);
        return Stream.of(
                        java.util.Optional.ofNullable(now.text("customerId")),
                        java.util.Optional.ofNullable(ofLead),
                        java.util.Optional.ofNullable(ofContact))
                .flatMap(java.util.Optional::stream)
                .map(each -> java.util.Optional.ofNullable(buying.becameCustomer(known.survivor(each))))
                .flatMap(java.util.Optional::stream)
                .filter(each -> !each.isBefore(now.needed("madeAt")))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    Members referrerMembers(String customer) {
        return staying.members(customer).with("referrer", customer);
    }

    private Members members(Entity referral) {
        Version now = referral.now();
        return referrerMembers(referrer(referral))
                .with("owner", now.text("ownerId"))
                .with("team", known.team(now, "ownerId", now.needed("madeAt")))
                .today("team", known.teamToday(now, "ownerId"))
                .with("territory", now.text("territoryId"))
                .with("program", now.text("program"))
                .with("channel", now.text("channel"));
    }

    Counted made(boolean onlyConverted) {
        return new Counted(OF_REFERRALS, period -> referrals().stream()
                .filter(each -> period.has(each.now().moment("madeAt")))
                .filter(each -> !onlyConverted || converted(each) != null)
                .map(each -> Row.of(members(each)))
                .toList());
    }

    Counted convertedIn() {
        return new Counted(OF_REFERRALS, period -> referrals().stream()
                .filter(each -> period.has(converted(each)))
                .map(each -> Row.of(members(each)))
                .toList());
    }

    Counted referrers() {
        return new Counted(OF_REFERRERS, period -> {
            Map<String, Row> rows = new LinkedHashMap<>();
            referrals().stream()
                    .filter(each -> period.has(each.now().moment("madeAt")))
                    .forEach(each -> rows.put(referrer(each), Row.of(referrerMembers(referrer(each)))));
            return List.copyOf(rows.values());
        });
    }

    Counted possible() {
        return staying.activeAtEnd(this::referrerMembers, OF_REFERRERS);
    }

    Counted unidentified() {
        Set<String> named = new HashSet<>();
        known.all("referrals").stream()
                .map(Entity::now)
                .filter(each -> each.has("referrerCustomerId") && each.has("leadId"))
                .forEach(each -> named.add(Objects.requireNonNull(known.survivor("leads", each.text("leadId")))));
        return new Counted(OF_LEADS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity lead : known.surviving("leads")) {
                Version now = lead.now();
                if (period.has(now.moment("createdAt"))
                        && now.textOr("source", "").equals("referral")
                        && !now.has("referrerCustomerId")
                        && !named.contains(lead.id())
                        && !Set.of("spam", "test", "duplicate").contains(now.textOr("status", "new"))) {
                    rows.add(Row.of(Members.none()
                            .with("owner", now.text("ownerId"))
                            .with("team", known.team(now, "ownerId", now.needed("createdAt")))
                            .today("team", known.teamToday(now, "ownerId"))
                            .with("territory", now.text("territoryId"))
                            .with("channel", now.text("channel"))));
                }
            }
            return rows;
        });
    }
}
