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
import java.util.function.BiPredicate;
import java.util.function.Function;
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

    private final Known known;
    private final Map<String, DealLife> lives = new HashMap<>();
    private final Buying buying;

    Dealings(Known known) {
        this.known = known;
        known.surviving("deals").forEach(deal -> lives.put(deal.id(), new DealLife(known, deal)));
        buying = new Buying(known, this);
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
        return buying.becameCustomer(customer);
    }

    Buying buying() {
        return buying;
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

    /** Amounts of deals, each of the day that one of its moments lies on. */
    Counted amounts(BiPredicate<DealLife, Period> counted, Function<DealLife, @Nullable Instant> at) {
        return new Counted(OF_DEALS, period -> lives().stream()
                .filter(life -> counted.test(life, period))
                .map(life -> Row.money(
                        members(life), life.now().number("amount"), known.currencyOf(life.now()), at.apply(life)))
                .toList());
    }

    /** Deals that a moment puts into the period. */
    Counted deals(BiPredicate<DealLife, Period> counted) {
        return new Counted(OF_DEALS, period -> lives().stream()
                .filter(life -> counted.test(life, period))
                .map(life -> Row.of(members(life)))
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
        return known.toldBySurvivor(
                        "leads", life.now().text("leadId"), lead -> Optional.ofNullable(lead.moment("createdAt")))
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
                rows.add(Row.money(
                        stateMembers(life, version, at),
                        number(what, life, version, at),
                        known.currencyOf(version),
                        life.created()));
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
}
