package crm.report.oracle;

import crm.report.oracle.Buying.Purchase;
import crm.report.oracle.Campaigning.Brings;
import crm.report.oracle.Campaigning.Part;
import crm.report.oracle.Campaigning.Sharing;
import crm.report.oracle.Counted.Row;
import crm.report.oracle.DealLife.Stay;
import crm.report.oracle.Known.Entity;
import crm.report.oracle.Reckoning.Count;
import crm.report.oracle.Reckoning.Money;
import crm.report.oracle.Reckoning.Ratio;
import crm.report.oracle.Reckoning.Spread;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measures that reports are made of, in the catalogue's words; those of records that random companies have. */
final class MeasureDefinitions {

    /** Measures of records that random companies do not have are shown by a small company of their own. */
    static final Set<String> ELSEWHERE = Set.of(
            "money-received",
            "receipts-agreed",
            "marketing-cost",
            "campaign-cost",
            "campaign-reach",
            "activities",
            "activities-done",
            "activities-scheduled",
            "activities-overdue",
            "contacts",
            "contacts-to-write-to",
            "contacts-contacted");

    private static final Set<String> NO_LEADS = Set.of("spam", "test", "duplicate");
    private static final List<String> LEVELS = List.of("lead", "mql", "sal", "sql");

    private final Known known;
    private final Dealings deals;
    private final ZoneId zone;
    private final ZoneId home;

    MeasureDefinitions(Known known, Dealings deals, ZoneId zone, ZoneId home) {
        this.known = known;
        this.deals = deals;
        this.zone = zone;
        this.home = home;
    }

    Optional<Definition> of(String measure, Map<String, String> switches) {
        return Optional.ofNullable(
                switch (measure) {
                    case "deals-created" ->
                        countAndAmount(
                                deals.deals(MeasureDefinitions::isCreated),
                                deals.amounts(MeasureDefinitions::isCreated, DealLife::created));
                    case "deals-won" -> won();
                    case "deals-lost" -> countAndAmount(closed("lost", false), closed("lost", true));
                    case "deals-expected" -> expected();
                    case "deals-overdue" ->
                        countAndAmount(
                                deals.deals(MeasureDefinitions::isOverdue),
                                deals.amounts(MeasureDefinitions::isOverdue, DealLife::created));
                    case "stages-reached" -> Definition.of(new Count(reached((life, stage) -> true)));
                    case "stage-conversion" ->
                        Definition.of(new Ratio(
                                new Count(reached((life, stage) -> hasNext(life, stage)
                                        && order(life, stage) < Objects.requireNonNull(furthest(life)))),
                                new Count(reached(this::hasNext)),
                                "no_deals_reached_it"));
                    case "revenue" -> revenue();
                    case "purchase-margin" -> margin();
                    case "leads-at-level" ->
                        Definition.of(new Count(leads(atLevel(switches.getOrDefault("level", "lead")))));
                    case "leads-qualified" -> Definition.of(new Count(leads(MeasureDefinitions::isQualified)));
                    case "lead-qualification-rate" ->
                        Definition.of(new Ratio(
                                new Count(leads(MeasureDefinitions::isQualified)),
                                new Count(leads(lead -> true)),
                                "no_leads"));
                    case "lead-conversion-rate" ->
                        Definition.of(new Ratio(
                                new Count(leads(atLevel("won"))), new Count(leads(lead -> true)), "no_leads"));
                    case "lead-conversion-time" -> Definition.of(new Spread(untilWon(), "no_won_deals"));
                    case "lead-revenue" -> leadRevenue();
                    case "campaign-credit" ->
                        Definition.of(new Money(new Campaigning(known, deals)
                                .credits(sharing(switches), Part.ALL, Brings.AMOUNT, false)));
                    case "calls-placed" -> Definition.of(new Count(calls(call -> true)));
                    case "time-talked" ->
                        Definition.of(new Spread(
                                new Callings(known, deals, zone)
                                        .seconds(
                                                call -> call.moment("startedAt"),
                                                call -> Callings.happened(call) && call.has("answeredAt"),
                                                Callings::talk),
                                "no_answered_calls"));
                    case "calls-not-answered" ->
                        Definition.of(new Count(
                                calls(call -> Callings.is(call, "direction", "inbound") && !call.has("answeredAt"))));
                    case "calls-that-moved-on" -> Definition.of(new Count(calls(call -> call.has("movedLifecycleTo"))));
                    case "cases-created" -> Definition.of(cases((life, period) -> period.has(life.created())));
                    case "cases-resolved" -> Definition.of(cases((life, period) -> period.has(life.resolved())));
                    case "complaints-created" ->
                        Definition.of(cases((life, period) -> life.isComplaint() && period.has(life.created())));
                    case "open-cases" ->
                        Definition.ofStock(cases((life, period) -> life.isOpenJustBefore(period.end())));
                    default -> null;
                });
    }

    private static Definition countAndAmount(Counted rows, Counted amounts) {
        return Definition.of(new Count(rows)).with("amount", new Money(amounts));
    }

    private static boolean isCreated(DealLife life, Period period) {
        return period.has(life.created());
    }

    private static boolean isExpected(DealLife life, Period period) {
        return life.is(DealLife.OPEN) && period.has(life.now().moment("expectedCloseAt"));
    }

    private static boolean isOverdue(DealLife life, Period period) {
        return isExpected(life, period) && life.now().needed("expectedCloseAt").isBefore(period.now());
    }

    private Definition won() {
        Count count = new Count(closed("won", false));
        Money amount = new Money(closed("won", true));
        return Definition.of(count)
                .with("amount", amount)
                .with("averageAmount", new Ratio(amount, count, "no_won_deals"));
    }

    /** Deals of an outcome by when they closed, with the stage that they left last. */
    private Counted closed(String outcome, boolean amounts) {
        Set<String> dimensions = Stream.concat(Dealings.OF_DEALS.stream(), Stream.of("closedInStage"))
                .collect(Collectors.toUnmodifiableSet());
        return new Counted(dimensions, period -> {
            List<Row> rows = new ArrayList<>();
            for (DealLife life : deals.lives()) {
                if (life.is(outcome) && period.has(life.closedAt())) {
                    Members members = deals.members(life)
                            .with(
                                    "closedInStage",
                                    life.stays().stream()
                                            .max(Comparator.comparing(Stay::left)
                                                    .thenComparing(Stay::stage))
                                            .map(Stay::stage)
                                            .orElse(null));
                    rows.add(
                            amounts
                                    ? Row.money(
                                            members,
                                            life.now().number("amount"),
                                            known.currencyOf(life.now()),
                                            life.closedAt())
                                    : Row.of(members));
                }
            }
            return rows;
        });
    }

    private Definition expected() {
        Counted weighted = new Counted(Dealings.OF_DEALS, period -> deals.lives().stream()
                .filter(life -> isExpected(life, period))
                .map(life ->
                        Row.money(deals.members(life), weighted(life), known.currencyOf(life.now()), life.created()))
                .toList());
        return countAndAmount(
                        deals.deals(MeasureDefinitions::isExpected),
                        deals.amounts(MeasureDefinitions::isExpected, DealLife::created))
                .with("weightedAmount", new Money(weighted));
    }

    private @Nullable BigDecimal weighted(DealLife life) {
        Version now = life.now();
        BigDecimal amount = now.number("amount");
        BigDecimal chance = now.has("probability")
                ? now.number("probability")
                : (BigDecimal)
                        known.stage(now.text("pipelineId"), now.text("stageId")).get("probability");
        return amount == null || chance == null ? null : amount.multiply(chance);
    }

    /** Steps of the deal's pipeline with their places; of any pipeline where the deal names none. */
    private Map<String, Long> steps(DealLife life, boolean ending) {
        Map<String, Long> steps = new TreeMap<>();
        String pipeline = life.now().text("pipelineId");
        for (Entity each : known.all("pipelines")) {
            if (pipeline == null || pipeline.equals(each.id())) {
                for (Map<String, Object> stage : each.now().objects("stages")) {
                    boolean ends =
                            Boolean.TRUE.equals(stage.get("isLost")) || Boolean.TRUE.equals(stage.get("isUnqualified"));
                    if (ends == ending) {
                        steps.merge(
                                (String) Objects.requireNonNull(stage.get("id")),
                                ((BigDecimal) Objects.requireNonNull(stage.get("order"))).longValue(),
                                Math::min);
                    }
                }
            }
        }
        return steps;
    }

    private Set<String> entered(DealLife life) {
        Set<String> entered =
                life.visits().stream().map(DealLife.Visit::stage).collect(Collectors.toCollection(TreeSet::new));
        entered.removeAll(steps(life, true).keySet());
        return entered;
    }

    private @Nullable Long furthest(DealLife life) {
        Map<String, Long> steps = steps(life, false);
        if (life.is("won") && life.now().has("pipelineId")) {
            return steps.values().stream().max(Comparator.naturalOrder()).orElse(null);
        }
        return entered(life).stream()
                .map(steps::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private long order(DealLife life, String stage) {
        return steps(life, false).getOrDefault(stage, Long.MAX_VALUE);
    }

    private boolean hasNext(DealLife life, String stage) {
        Map<String, Long> steps = steps(life, false);
        return life.now().has("pipelineId")
                && steps.containsKey(stage)
                && steps.values().stream().anyMatch(place -> place > order(life, stage));
    }

    private Counted reached(BiPredicate<DealLife, String> counted) {
        return new Counted(Dealings.OF_DEALS, period -> {
            List<Row> rows = new ArrayList<>();
            for (DealLife life : deals.lives()) {
                Set<String> stages = entered(life);
                Long furthest = furthest(life);
                if (life.now().has("pipelineId") && furthest != null) {
                    steps(life, false).forEach((stage, place) -> {
                        if (place <= furthest) {
                            stages.add(stage);
                        }
                    });
                }
                if (period.has(life.created())) {
                    stages.stream()
                            .filter(stage -> counted.test(life, stage))
                            .forEach(
                                    stage -> rows.add(Row.of(deals.members(life).with("stage", stage))));
                }
            }
            return rows;
        });
    }

    private Definition revenue() {
        Counted bought = deals.buying().revenue((type, began, period) -> true);
        return Definition.of(new Money(bought))
                .with("purchases", new Count(bought))
                .with("averagePurchase", new Ratio(new Money(bought), new Count(bought), "no_purchases"));
    }

    private Definition margin() {
        Money margin = new Money(costed((purchase, cost) -> minus(purchase.amount(), cost)));
        Money cost = new Money(costed((purchase, own) -> own));
        Money revenue = new Money(costed((purchase, own) -> purchase.amount()));
        return Definition.of(margin)
                .with("cost", cost)
                .with("marginRate", new Ratio(margin, revenue, "no_revenue_with_cost"));
    }

    private static @Nullable BigDecimal minus(@Nullable BigDecimal amount, BigDecimal cost) {
        return amount == null ? null : amount.subtract(cost);
    }

    /** What a purchase whose cost is known brings. */
    private interface Brought {
        @Nullable
        BigDecimal of(Purchase purchase, BigDecimal cost);
    }

    private Counted costed(Brought brought) {
        Buying buying = deals.buying();
        return new Counted(Buying.OF_PURCHASES, period -> {
            List<Row> rows = new ArrayList<>();
            for (Purchase purchase : buying.all()) {
                BigDecimal cost = buying.cost(purchase);
                if (cost != null && period.has(purchase.at())) {
                    rows.add(Row.money(
                            buying.members(purchase),
                            brought.of(purchase, cost),
                            known.currencyOf(purchase.money()),
                            purchase.at()));
                }
            }
            return rows;
        });
    }

    private List<Entity> prospects() {
        return known.surviving("leads").stream()
                .filter(lead -> !NO_LEADS.contains(lead.now().textOr("status", "new")))
                .toList();
    }

    private Counted leads(Predicate<Entity> counted) {
        Leading leading = new Leading(known);
        return new Counted(Leading.OF_LEADS, period -> prospects().stream()
                .filter(lead -> period.has(lead.now().moment("createdAt")))
                .filter(counted)
                .map(lead -> Row.of(leading.members(lead, lead.now().text("status"))))
                .toList());
    }

    private static boolean isQualified(Entity lead) {
        return lead.now().has("qualifiedAt");
    }

    private Predicate<Entity> atLevel(String level) {
        return switch (level) {
            case "deal" -> lead -> !dealsOf(lead).isEmpty();
            case "won" -> lead -> wonAt(lead) != null;
            default -> lead -> level(lead) >= LEVELS.indexOf(level);
        };
    }

    /** The furthest level that the lead says it reached. */
    private static int level(Entity lead) {
        Version now = lead.now();
        int said = LEVELS.indexOf(now.textOr("lifecycleLevel", "lead"));
        for (String level : LEVELS) {
            if (now.has(level + "At")) {
                said = Math.max(said, LEVELS.indexOf(level));
            }
        }
        return said;
    }

    /** Deals that name the lead, and the deal that the lead names; or another lead that was merged into it. */
    private List<DealLife> dealsOf(Entity lead) {
        List<String> named = new ArrayList<>();
        for (Entity other : known.all("leads")) {
            String deal = known.survivor("deals", other.now().text("convertedDealId"));
            if (deal != null && lead.id().equals(known.survivor("leads", other.id()))) {
                named.add(deal);
            }
        }
        return deals.lives().stream()
                .filter(life ->
                        lead.id().equals(known.survivor("leads", life.now().text("leadId")))
                                || named.contains(life.id()))
                .toList();
    }

    private @Nullable Instant wonAt(Entity lead) {
        return dealsOf(lead).stream()
                .filter(life -> life.is("won"))
                .map(life -> Objects.requireNonNull(life.wonAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Counted untilWon() {
        Leading leading = new Leading(known);
        return new Counted(Leading.OF_LEADS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity lead : prospects()) {
                Instant created = lead.now().needed("createdAt");
                Instant won = wonAt(lead);
                if (period.has(created) && won != null) {
                    rows.add(new Row(
                            leading.members(lead, lead.now().text("status")),
                            BigDecimal.valueOf(Seconds.between(created, won)),
                            ""));
                }
            }
            return rows;
        });
    }

    private Definition leadRevenue() {
        Leading leading = new Leading(known);
        Counted bought = new Counted(Leading.OF_LEADS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity lead : prospects()) {
                if (period.has(lead.now().moment("createdAt"))) {
                    dealsOf(lead).stream()
                            .filter(life -> life.is("won"))
                            .forEach(life -> rows.add(Row.money(
                                    leading.members(lead, lead.now().text("status")),
                                    life.now().number("amount"),
                                    known.currencyOf(life.now()),
                                    life.wonAt())));
                }
            }
            return rows;
        });
        return Definition.of(new Money(bought))
                .with("deals", new Count(bought))
                .with("averageAmount", new Ratio(new Money(bought), new Count(bought), "no_won_deals"));
    }

    private static Sharing sharing(Map<String, String> switches) {
        return new Sharing(
                switches.getOrDefault("model", "primary"),
                Integer.parseInt(switches.getOrDefault("lookbackDays", "90")));
    }

    private Counted calls(Predicate<Version> counted) {
        Function<Version, @Nullable Instant> started = call -> call.moment("startedAt");
        return new Callings(known, deals, zone).calls(started, call -> Callings.happened(call) && counted.test(call));
    }

    private Count cases(BiPredicate<Casework.Life, Period> counted) {
        return new Count(new Casework(known, home).cases(counted));
    }
}
