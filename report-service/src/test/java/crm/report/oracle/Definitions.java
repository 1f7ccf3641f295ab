package crm.report.oracle;

import static crm.report.oracle.Callings.is;

import crm.report.oracle.Campaigning.Brings;
import crm.report.oracle.Campaigning.Part;
import crm.report.oracle.Campaigning.Sharing;
import crm.report.oracle.Dealings.Of;
import crm.report.oracle.Reckoning.Age;
import crm.report.oracle.Reckoning.Count;
import crm.report.oracle.Reckoning.Credit;
import crm.report.oracle.Reckoning.Money;
import crm.report.oracle.Reckoning.Ratio;
import crm.report.oracle.Reckoning.Return;
import crm.report.oracle.Reckoning.Spread;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Every metric with its switches, in the catalogue's words. */
final class Definitions {

    private static final Set<String> EXPANSION = Set.of("cross_sell", "up_sell");
    private static final Set<String> TYPED = Set.of("cross_sell", "up_sell", "renewal", "reactivation");

    private final Leading leads;
    private final Dealings deals;
    private final Callings calls;
    private final Campaigning campaigns;
    private final CustomerDefinitions customers;

    Definitions(Leading leads, Dealings deals, Callings calls, Campaigning campaigns, CustomerDefinitions customers) {
        this.leads = leads;
        this.deals = deals;
        this.calls = calls;
        this.campaigns = campaigns;
        this.customers = customers;
    }

    Definition of(String metric, Map<String, String> switches) {
        return switch (metric) {
            case "prospects" -> prospects(switches.getOrDefault("basis", "created"));
            case "new-customers" ->
                Definition.of(new Count(deals.buying().starts(isOn(switches, "includeReactivated"))));
            case "close-rate" -> closeRate(switches);
            case "new-revenue" -> newRevenue(switches);
            case "open-opportunities" -> openOpportunities(switches);
            case "sales-stage-duration" ->
                Definition.of(new Spread(
                        deals.stays(
                                chosen(switches, "visits", "latest"),
                                isOn(switches, "includeOpen"),
                                switches.getOrDefault("outcome", "any")),
                        "no_stage_exits"));
            case "sales-cycle-duration" -> salesCycle(switches);
            case "campaigns" ->
                Definition.of(
                        new Count(chosen(switches, "basis", "active") ? campaigns.active() : campaigns.launched()));
            case "campaign-responses" -> responses(switches);
            case "campaign-purchases" -> purchases(sharing(switches));
            case "campaign-revenue" -> campaignRevenue(sharing(switches), chosen(switches, "measure", "margin"));
            case "campaign-new-customers" -> campaignCustomers(sharing(switches));
            case "sales-calls-made" -> salesCalls(switches);
            case "sales-calls-per-opportunity" -> callsPerDeal(chosen(switches, "basis", "closed"));
            case "calls-lost-before-answer" -> lostCalls(switches);
            case "average-call-handle-time" -> handling(switches);
            default -> customers.of(metric, switches);
        };
    }

    private static boolean isOn(Map<String, String> switches, String name) {
        return chosen(switches, name, "true");
    }

    private static boolean chosen(Map<String, String> switches, String name, String option) {
        return option.equals(switches.get(name));
    }

    private Definition prospects(String basis) {
        return switch (basis) {
            case "open" -> Definition.ofStock(new Count(leads.open()));
            case "qualified" -> Definition.of(new Count(leads.by("qualifiedAt")));
            default -> Definition.of(new Count(leads.by("createdAt")));
        };
    }

    private Definition closeRate(Map<String, String> switches) {
        boolean cohort = chosen(switches, "basis", "cohort");
        boolean amounts = chosen(switches, "measure", "amount");
        boolean unqualified = isOn(switches, "includeUnqualified");
        boolean overdue = isOn(switches, "countOverdueAsLost");
        BiPredicate<DealLife, Period> isWon =
                (life, period) -> life.is("won") && period.has(cohort ? life.created() : life.closedAt());
        BiPredicate<DealLife, Period> isMeant = (life, period) -> {
            if (life.is("unqualified") && !unqualified) {
                return false;
            }
            if (cohort) {
                return period.has(life.created());
            }
            Instant due = life.now().moment("expectedCloseAt");
            boolean isOverdue = overdue && due != null && !due.isAfter(period.now()) && period.has(due);
            return life.is(DealLife.OPEN) ? isOverdue : period.has(life.closedAt());
        };
        Function<DealLife, @Nullable Instant> at = life -> cohort
                ? life.created()
                : life.is(DealLife.OPEN) ? life.now().moment("expectedCloseAt") : life.closedAt();
        Counted won = amounts ? deals.amounts(isWon, at) : deals.deals(isWon);
        Counted all = amounts ? deals.amounts(isMeant, at) : deals.deals(isMeant);
        Definition rate = Definition.of(new Ratio(sum(won, amounts), sum(all, amounts), "no_closed_deals"));
        return !cohort
                ? rate
                : rate.with(
                        "stillOpen",
                        new Count(deals.deals((life, period) -> life.is(DealLife.OPEN) && period.has(life.created()))));
    }

    private static Reckoning sum(Counted rows, boolean amounts) {
        return amounts ? new Money(rows) : new Count(rows);
    }

    private Definition newRevenue(Map<String, String> switches) {
        Money fresh = won((type, began, period) -> !TYPED.contains(type) && period.has(began));
        Money both = won((type, began, period) -> EXPANSION.contains(type) || (!TYPED.contains(type) && began != null));
        return Definition.of(chosen(switches, "basis", "new-and-expansion") ? both : fresh)
                .with("newBusiness", fresh)
                .with(
                        "expansion",
                        won((type, began, period) -> EXPANSION.contains(type)
                                || (!TYPED.contains(type) && began != null && !period.has(began))))
                .with("reactivation", won((type, began, period) -> type.equals("reactivation")))
                .with("renewal", won((type, began, period) -> type.equals("renewal")))
                .with("withoutCustomer", won((type, began, period) -> !TYPED.contains(type) && began == null))
                .with("wonRevenue", won((type, began, period) -> true));
    }

    private Money won(Buying.Kind kind) {
        return new Money(deals.buying().revenue(kind));
    }

    private Definition openOpportunities(Map<String, String> switches) {
        int stale = Integer.parseInt(switches.getOrDefault("stale", "0"));
        boolean overdue = isOn(switches, "overdue");
        return Definition.ofStock(new Count(deals.open(Of.DEALS, stale, overdue)))
                .with("amount", new Money(deals.open(Of.AMOUNT, stale, overdue)))
                .with("weightedAmount", new Money(deals.open(Of.WEIGHTED, stale, overdue)))
                .with("averageAge", new Age(deals.open(Of.AGE, stale, overdue), "no_open_opportunities"));
    }

    private Definition salesCycle(Map<String, String> switches) {
        Set<String> outcomes =
                switch (switches.getOrDefault("outcome", "won")) {
                    case "lost" -> Set.of("lost");
                    case "all" -> Set.of("won", "lost");
                    default -> Set.of("won");
                };
        return Definition.of(new Spread(
                deals.cycles(
                        life -> outcomes.contains(life.outcome()),
                        chosen(switches, "basis", "cohort"),
                        chosen(switches, "start", "lead")),
                "no_won_deals"));
    }

    private Definition responses(Map<String, String> switches) {
        String given = switches.get("types");
        List<String> types = given == null ? null : List.of(given.split(","));
        Set<String> dimensions = types == null ? Campaigning.OF_MEMBERS : Campaigning.OF_EVENTS;
        Count responders = new Count(campaigns.firsts(false, types, dimensions));
        Count delivered = new Count(campaigns.firsts(true, null, Campaigning.OF_MEMBERS));
        return Definition.of(
                        chosen(switches, "countMode", "events") ? new Count(campaigns.responses(types)) : responders)
                .with("responseRate", new Ratio(responders, delivered, "nothing_delivered"));
    }

    private static Sharing sharing(Map<String, String> switches) {
        return new Sharing(
                switches.getOrDefault("model", "primary"),
                Integer.parseInt(switches.getOrDefault("lookbackDays", "90")));
    }

    private Definition purchases(Sharing sharing) {
        Credit credited = credit(sharing, Part.CREDITED, false);
        Count delivered = new Count(campaigns.firsts(true, null, Campaigning.OF_BOTH));
        return Definition.of(credited)
                .with("unattributed", credit(sharing, Part.UNCREDITED, false))
                .with("purchases", credit(sharing, Part.ALL, false))
                .with("purchaseRate", new Ratio(credited, delivered, "nothing_delivered"));
    }

    private Credit credit(Sharing sharing, Part part, boolean newCustomers) {
        return new Credit(campaigns.credits(sharing, part, Brings.CREDIT, newCustomers));
    }

    private Definition campaignRevenue(Sharing sharing, boolean margin) {
        Brings what = margin ? Brings.MARGIN : Brings.AMOUNT;
        Money revenue = new Money(campaigns.credits(sharing, Part.CREDITED, what, false));
        Money cost = new Money(campaigns.cost());
        return Definition.of(revenue)
                .with("unattributed", new Money(campaigns.credits(sharing, Part.UNCREDITED, what, false)))
                .with("cost", cost)
                .with("roi", new Return(revenue, cost, "cost_missing"))
                .with("roas", new Ratio(revenue, cost, "cost_missing"))
                .with(
                        "costPerPurchase",
                        new Ratio(cost, credit(sharing, Part.CREDITED, false), "no_campaign_purchases"));
    }

    private Definition campaignCustomers(Sharing sharing) {
        Credit credited = credit(sharing, Part.CREDITED, true);
        return Definition.of(credited)
                .with("unattributed", credit(sharing, Part.UNCREDITED, true))
                .with("costPerNewCustomer", new Ratio(new Money(campaigns.cost()), credited, "no_new_customers"));
    }

    private static boolean isSales(Version call, String... directions) {
        return Callings.happened(call) && is(call, "purpose", "sales") && is(call, "direction", directions);
    }

    private Definition salesCalls(Map<String, String> switches) {
        String[] directions =
                switch (switches.getOrDefault("direction", "outbound")) {
                    case "inbound" -> new String[] {"inbound"};
                    case "both" -> new String[] {"inbound", "outbound"};
                    default -> new String[] {"outbound"};
                };
        boolean connected = isOn(switches, "connectedOnly");
        return Definition.of(
                new Count(calls.made(call -> isSales(call, directions) && (!connected || Callings.answered(call)))));
    }

    private Definition callsPerDeal(boolean closed) {
        Predicate<Version> outbound = call -> isSales(call, "outbound");
        Reckoning opportunities =
                new Count(closed ? deals.deals((life, period) -> period.has(life.closedAt())) : deals.openAtAnyTime());
        return Definition.of(new Ratio(new Count(calls.onDeals(outbound, closed)), opportunities, "no_opportunities"))
                .with("unlinkedCalls", new Count(calls.made(call -> isSales(call, "outbound") && !call.has("dealId"))));
    }

    private Definition lostCalls(Map<String, String> switches) {
        int threshold = Integer.parseInt(switches.getOrDefault("shortAbandonSeconds", "5"));
        boolean withShort = isOn(switches, "includeShort");
        Set<String> stages =
                isOn(switches, "includeIvr") ? Set.of("queue", "ringing", "ivr") : Set.of("queue", "ringing");
        Predicate<Version> gaveUp = call -> stages.contains(Objects.requireNonNullElse(Callings.gaveUpIn(call), ""));
        Predicate<Version> isShort = call -> Callings.gaveUpWithin(call, threshold);
        Count lost = offered(gaveUp.and(isShort.negate().or(call -> withShort)));
        Count offered = offered(
                call -> Callings.gaveUpIn(call) == null || (gaveUp.test(call) && (withShort || !isShort.test(call))));
        return Definition.of(chosen(switches, "basis", "unanswered") ? offered(call -> !Callings.answered(call)) : lost)
                .with("abandonmentRate", new Ratio(lost, offered, "no_offered_calls"))
                .with("shortAbandoned", offered(gaveUp.and(isShort)));
    }

    private Count offered(Predicate<Version> counted) {
        return new Count(calls.offeredCalls(counted));
    }

    private Definition handling(Map<String, String> switches) {
        String direction = switches.getOrDefault("direction", "any");
        String purpose = switches.getOrDefault("purpose", "any");
        List<String> parts =
                List.of(switches.getOrDefault("components", "talk,hold,acw").split(","));
        boolean dialling = isOn(switches, "includeDialing");
        Predicate<Version> counted = call -> (direction.equals("any") || is(call, "direction", direction))
                && (purpose.equals("any") || call.textOr("purpose", "other").equals(purpose));
        return Definition.of(spent(
                        counted,
                        call -> (parts.contains("talk") ? Callings.talk(call) : 0)
                                + (parts.contains("hold") ? Callings.hold(call) : 0)
                                + (parts.contains("acw") ? Callings.wrap(call) : 0)
                                + (dialling ? call.amountOf("dialSeconds") : 0)))
                .with("talk", spent(counted, Callings::talk))
                .with("hold", spent(counted, Callings::hold))
                .with("acw", spent(counted, Callings::wrap));
    }

    private Spread spent(Predicate<Version> counted, Function<Version, Double> seconds) {
        return new Spread(calls.seconds(Callings::handled, counted, seconds), "no_handled_calls");
    }
}
