package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Deals and customers, counted one by one. */
final class Dealings {

    static final Set<String> OF_DEALS = Set.of(
            "owner",
            "team",
            "territory",
            "pipeline",
            "stage",
            "source",
            "medium",
            "channel",
            "campaign",
            "customer",
            "dealType",
            "productFamily",
            "sizeBand",
            "forecastCategory",
            "customerType",
            "competitor",
            "lossReason",
            "outcome",
            "region",
            "industry",
            "sector");
    static final Set<String> OF_STATES = Set.of(
            "stage",
            "pipeline",
            "owner",
            "team",
            "territory",
            "source",
            "channel",
            "campaign",
            "customer",
            "dealType",
            "productFamily",
            "sizeBand",
            "forecastCategory",
            "ageBand",
            "region",
            "industry",
            "sector");
    static final Set<String> OF_OPENINGS =
            Set.of("owner", "team", "territory", "pipeline", "source", "productFamily", "sizeBand", "outcome");
    static final Set<String> OF_STAYS =
            Set.of("stage", "pipeline", "owner", "team", "source", "productFamily", "outcome");
    static final Set<String> OF_STARTS = Set.of(
            "customer",
            "source",
            "medium",
            "channel",
            "campaign",
            "owner",
            "team",
            "territory",
            "region",
            "industry",
            "productFamily",
            "sizeBand");

    private static final Duration AWAY = Duration.ofDays(365);

    private final Known known;
    private final Map<String, DealLife> lives = new HashMap<>();

    Dealings(Known known) {
        this.known = known;
        known.surviving("deals").forEach(deal -> lives.put(deal.id(), new DealLife(known, deal)));
    }

    List<DealLife> lives() {
        return List.copyOf(lives.values());
    }

    Optional<DealLife> life(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : lives.get(id));
    }

    @Nullable
    String customerOf(DealLife life) {
        return known.survivor(life.now().text("customerId"));
    }

    /** Won deals of a customer, first first. */
    List<DealLife> purchases(@Nullable String customer) {
        return lives().stream()
                .filter(life -> life.is("won") && customer != null && customer.equals(customerOf(life)))
                .sorted(Comparator.<DealLife, Instant>comparing(life -> Objects.requireNonNull(life.wonAt()))
                        .thenComparing(DealLife::id))
                .toList();
    }

    @Nullable
    Instant becameCustomer(@Nullable String customer) {
        Instant since = known.find("customers", customer)
                .map(each -> each.now().moment("customerSince"))
                .orElse(null);
        if (since != null) {
            return since;
        }
        List<DealLife> purchases = purchases(customer);
        return purchases.isEmpty() ? null : purchases.getFirst().wonAt();
    }

    @Nullable
    String customerType(DealLife life) {
        String customer = customerOf(life);
        if (customer == null) {
            return null;
        }
        Instant became = becameCustomer(customer);
        return became != null && became.isBefore(life.created()) ? "existing" : "new";
    }

    Members members(DealLife life) {
        Version now = life.now();
        Version teller = life.teller();
        return ofCustomer(common(now), customerOf(life))
                .with("owner", teller.text("ownerId"))
                .with("team", life.team())
                .today("owner", now.text("ownerId"))
                .today("team", known.teamToday(now, "ownerId"))
                .with("stage", now.text("stageId"))
                .with("medium", now.text("medium"))
                .with("forecastCategory", forecast(now, now.text("stageId")))
                .with("customerType", customerType(life))
                .with("competitor", now.text("competitorId"))
                .with("lossReason", now.text("lossReason"))
                .with("outcome", life.outcome());
    }

    private Members common(Version version) {
        return Members.none()
                .with("territory", version.text("territoryId"))
                .with("pipeline", version.text("pipelineId"))
                .with("source", version.text("source"))
                .with("channel", version.text("channel"))
                .with("campaign", version.text("campaignId"))
                .with("dealType", version.text("dealType"))
                .with("productFamily", version.text("productFamily"))
                .with("sizeBand", sizeBand(version.number("amount")));
    }

    private Members ofCustomer(Members members, @Nullable String customer) {
        Optional<Version> record = known.find("customers", customer).map(Entity::now);
        return members.with("customer", customer)
                .with("region", record.map(each -> each.text("region")).orElse(null))
                .with("industry", record.map(each -> each.text("industry")).orElse(null))
                .with("sector", record.map(each -> each.text("sector")).orElse(null));
    }

    private @Nullable String forecast(Version version, @Nullable String stage) {
        return version.has("forecastCategory")
                ? version.text("forecastCategory")
                : (String) known.stage(version.text("pipelineId"), stage).get("forecastCategory");
    }

    static @Nullable String sizeBand(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        if (amount.compareTo(new BigDecimal(1000)) < 0) {
            return "<1k";
        }
        if (amount.compareTo(new BigDecimal(10_000)) < 0) {
            return "1k-10k";
        }
        return amount.compareTo(new BigDecimal(100_000)) < 0 ? "10k-100k" : "100k+";
    }

    Row money(DealLife life, @Nullable BigDecimal number) {
        return new Row(members(life), number, known.currencyOf(life.now()));
    }

    /** Deals that a moment puts into the period, counted or with their amounts. */
    Counted deals(java.util.function.BiPredicate<DealLife, Period> counted, boolean amounts) {
        return new Counted(OF_DEALS, period -> lives().stream()
                .filter(life -> counted.test(life, period))
                .map(life -> amounts ? money(life, life.now().number("amount")) : Row.of(members(life)))
                .toList());
    }

    Counted cycles(Predicate<DealLife> counted, boolean cohort, boolean fromLead) {
        return new Counted(OF_DEALS, period -> {
            List<Row> rows = new ArrayList<>();
            for (DealLife life : lives()) {
                Instant ended = life.is("won") ? life.wonAt() : life.closedAt();
                Instant start = fromLead ? leadCreated(life) : life.created();
                if (ended != null
                        && start != null
                        && counted.test(life)
                        && period.has(cohort ? life.created() : ended)) {
                    rows.add(new Row(members(life), BigDecimal.valueOf(Seconds.between(start, ended)), ""));
                }
            }
            return rows;
        });
    }

    private @Nullable Instant leadCreated(DealLife life) {
        return known.find("leads", life.now().text("leadId"))
                .map(lead -> lead.now().moment("createdAt"))
                .orElse(null);
    }

    enum Of {
        DEALS,
        AMOUNT,
        WEIGHTED,
        AGE
    }

    /** Deals that are open just before the end of the period, as they were then. */
    Counted open(Of what, int staleDays, boolean overdue) {
        return new Counted(OF_STATES, period -> {
            Instant at = period.end();
            List<Row> rows = new ArrayList<>();
            for (DealLife life : lives()) {
                if (!life.isOpenJustBefore(at)) {
                    continue;
                }
                Version version = life.justBefore(at);
                Instant due = version.moment("expectedCloseAt");
                Instant stale = life.movedBefore(at).plus(Duration.ofDays(staleDays));
                if ((staleDays > 0 && !stale.isBefore(at)) || (overdue && (due == null || !due.isBefore(at)))) {
                    continue;
                }
                rows.add(new Row(
                        stateMembers(life, version, at), number(what, life, version, at), known.currencyOf(version)));
            }
            return rows;
        });
    }

    private @Nullable BigDecimal number(Of what, DealLife life, Version version, Instant at) {
        return switch (what) {
            case DEALS -> BigDecimal.ONE;
            case AMOUNT -> version.number("amount");
            case WEIGHTED -> weighted(version, life.stageJustBefore(at));
            case AGE -> BigDecimal.valueOf(Seconds.between(life.created(), at));
        };
    }

    private @Nullable BigDecimal weighted(Version version, @Nullable String stage) {
        BigDecimal amount = version.number("amount");
        BigDecimal chance = version.has("probability")
                ? version.number("probability")
                : (BigDecimal) known.stage(version.text("pipelineId"), stage).get("probability");
        return amount == null || chance == null ? null : amount.multiply(chance);
    }

    private Members stateMembers(DealLife life, Version version, Instant at) {
        String stage = life.stageJustBefore(at);
        return ofCustomer(common(version), known.survivor(version.text("customerId")))
                .with("owner", version.text("ownerId"))
                .with("team", known.team(version, "ownerId", at.minusNanos(1000)))
                .today("owner", life.now().text("ownerId"))
                .today("team", known.teamToday(life.now(), "ownerId"))
                .with("stage", stage)
                .with(
                        "ageBand",
                        ageBand(Duration.between(life.created(), at.minusNanos(1000))
                                .toDays()))
                .with("forecastCategory", forecast(version, stage));
    }

    private static String ageBand(long days) {
        if (days <= 30) {
            return "0-30";
        }
        return days <= 60 ? "31-60" : days <= 90 ? "61-90" : days <= 180 ? "91-180" : "180+";
    }

    /** Deals open at any time of the period, each once, as its first opening in it ended. */
    Counted openAtAnyTime() {
        return new Counted(OF_OPENINGS, period -> {
            List<Row> rows = new ArrayList<>();
            for (DealLife life : lives()) {
                life.openings().stream()
                        .filter(opening -> period.shares(opening.from(), opening.to()))
                        .findFirst()
                        .ifPresent(opening -> rows.add(Row.of(openingMembers(life, opening))));
            }
            return rows;
        });
    }

    private Members openingMembers(DealLife life, DealLife.Opening opening) {
        Version teller = opening.teller();
        return common(teller)
                .with("owner", teller.text("ownerId"))
                .with("team", known.team(teller, "ownerId", opening.to() == null ? Instant.MAX : opening.to()))
                .today("owner", life.now().text("ownerId"))
                .today("team", known.teamToday(life.now(), "ownerId"))
                .with("outcome", opening.outcome());
    }

    /** Stays in stages that ended in the period and, if asked, those that go on at its end as if they ended there. */
    Counted stays(boolean latest, boolean andOpen, String outcome) {
        return new Counted(OF_STAYS, period -> {
            List<Row> rows = new ArrayList<>();
            for (DealLife life : lives()) {
                if (andOpen && period.from().isBefore(period.now()) && (outcome.equals("any") || life.is(outcome))) {
                    openStay(life, period.end(), latest).ifPresent(rows::add);
                }
                for (DealLife.Stay stay : life.stays()) {
                    if (period.has(stay.left()) && (outcome.equals("any") || life.is(outcome))) {
                        Version who = life.answerable(stay);
                        Members members = common(who)
                                .with("owner", who.text("ownerId"))
                                .with("team", known.team(who, "ownerId", stay.left()))
                                .today("owner", life.now().text("ownerId"))
                                .today("team", known.teamToday(life.now(), "ownerId"))
                                .with("stage", stay.stage())
                                .with("outcome", life.outcome());
                        double seconds = latest ? stay.latest() : stay.total();
                        rows.add(new Row(members, BigDecimal.valueOf(seconds), ""));
                    }
                }
            }
            return rows;
        });
    }

    private Optional<Row> openStay(DealLife life, Instant at, boolean latest) {
        String stage = life.stageJustBefore(at);
        if (stage == null || !life.isOpenJustBefore(at)) {
            return Optional.empty();
        }
        double total = 0;
        double last = 0;
        boolean there = false;
        for (DealLife.Visit part : life.openPartsIn(stage)) {
            if (part.from().isBefore(at)) {
                boolean over = part.to() != null && part.to().isBefore(at);
                last = Seconds.between(part.from(), over ? Objects.requireNonNull(part.to()) : at);
                total += last;
                there = !over;
            }
        }
        Members members = stateMembers(life, life.justBefore(at), at).with("outcome", life.outcome());
        return there ? Optional.of(new Row(members, BigDecimal.valueOf(latest ? last : total), "")) : Optional.empty();
    }

    /** Customers that began in the period and, if asked, those that came back in it. */
    Counted starts(boolean andReactivated) {
        return new Counted(OF_STARTS, period -> {
            List<Row> rows = new ArrayList<>();
            for (String customer : customers()) {
                Instant began = becameCustomer(customer);
                List<DealLife> purchases = purchases(customer);
                if (period.has(began)) {
                    rows.add(Row.of(startMembers(
                            customer,
                            purchases.isEmpty() ? null : purchases.getFirst(),
                            Objects.requireNonNull(began))));
                }
                Instant latest = began;
                for (DealLife purchase : purchases) {
                    Instant at = Objects.requireNonNull(purchase.wonAt());
                    if (andReactivated && latest != null && latest.plus(AWAY).isBefore(at) && period.has(at)) {
                        rows.add(Row.of(startMembers(customer, purchase, at)));
                    }
                    latest = latest == null || latest.isBefore(at) ? at : latest;
                }
            }
            return rows;
        });
    }

    private Set<String> customers() {
        Set<String> customers = new java.util.TreeSet<>();
        known.surviving("customers").forEach(each -> customers.add(each.id()));
        lives().forEach(life -> {
            String customer = customerOf(life);
            if (customer != null) {
                customers.add(customer);
            }
        });
        return customers;
    }

    private Members startMembers(String customer, @Nullable DealLife deal, Instant at) {
        Version account =
                known.find("customers", customer).map(Entity::now).orElse(new Version(Instant.EPOCH, false, Map.of()));
        Version sale = deal == null ? new Version(Instant.EPOCH, false, Map.of()) : deal.now();
        Version seller = deal == null ? sale : deal.teller();
        boolean sold = seller.has("ownerId") || seller.has("teamId");
        return Members.none()
                .with("customer", customer)
                .with("source", either(sale, account, "source"))
                .with("medium", sale.text("medium"))
                .with("channel", sale.text("channel"))
                .with("campaign", either(sale, account, "campaignId"))
                .with("owner", either(seller, account, "ownerId"))
                .with("team", sold && deal != null ? deal.team() : known.team(account, "ownerId", at))
                .today("owner", either(sale, account, "ownerId"))
                .today("team", first(known.teamToday(sale, "ownerId"), known.teamToday(account, "ownerId")))
                .with("territory", either(sale, account, "territoryId"))
                .with("region", account.text("region"))
                .with("industry", account.text("industry"))
                .with("productFamily", sale.text("productFamily"))
                .with("sizeBand", sizeBand(sale.number("amount")));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String either(Version one, Version other, String field) {
        return one.has(field) ? one.text(field) : other.text(field);
    }
}
