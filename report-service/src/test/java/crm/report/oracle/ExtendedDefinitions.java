package crm.report.oracle;

import static crm.report.oracle.Callings.is;

import crm.report.oracle.Reckoning.CostOfEach;
import crm.report.oracle.Reckoning.Count;
import crm.report.oracle.Reckoning.Credit;
import crm.report.oracle.Reckoning.Money;
import crm.report.oracle.Reckoning.Ratio;
import crm.report.oracle.Reckoning.Spread;
import crm.report.oracle.Reckoning.Things;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The metrics beyond the list of thirty-five, in the catalogue's words. */
final class ExtendedDefinitions {

    private final Known known;
    private final Leading leads;
    private final Dealings deals;
    private final Callings calls;
    private final Campaigning campaigns;
    private final Definitions standard;
    private final Spending spending;
    private final ZoneId home;

    ExtendedDefinitions(
            Known known,
            Leading leads,
            Dealings deals,
            Callings calls,
            Campaigning campaigns,
            Definitions standard,
            Spending spending,
            ZoneId home) {
        this.known = known;
        this.leads = leads;
        this.deals = deals;
        this.calls = calls;
        this.campaigns = campaigns;
        this.standard = standard;
        this.spending = spending;
        this.home = home;
    }

    Optional<Definition> of(String metric, Map<String, String> switches) {
        return Optional.ofNullable(definition(metric, switches));
    }

    private @Nullable Definition definition(String metric, Map<String, String> switches) {
        return switch (metric) {
            case "number-of-opportunities" ->
                Definition.of(new Count(deals.deals((life, period) -> period.has(life.created()))));
            case "opportunity-score" ->
                Definition.of(new Ratio(
                        new Credit(spending.measured("score", false)),
                        new Count(spending.measured("score", false)),
                        "no_scored_deals"));
            case "average-contract-value" -> averageValue("deals".equals(switches.get("basis")));
            case "gross-margin" -> margin(new Money(spending.margins(true)));
            case "gross-margin-percent" ->
                margin(new Ratio(new Money(spending.margins(true)), new Money(spending.margins(false)), "no_revenue"));
            case "units-sold" -> Definition.of(new Credit(spending.measured("units", true)));
            case "area-sold" -> Definition.of(new Credit(spending.measured("area", true)));
            case "price-per-area" ->
                Definition.of(new Ratio(
                        new Money(spending.amountsByArea()), new Credit(spending.measured("area", true)), "no_area"));
            case "receipts" -> Definition.of(new Money(spending.receipts()));
            case "proposal-to-signed" -> besides("proposals-given", switches, "acceptanceRate");
            case "average-talk-time" ->
                Definition.of(new Spread(
                        calls.seconds(
                                call -> call.moment("startedAt"),
                                call -> Callings.happened(call) && Callings.answered(call),
                                Callings::talk),
                        "no_connected_calls"));
            case "missed-calls" ->
                Definition.of(new Count(calls.calls(
                        call -> call.moment("startedAt"),
                        call -> Callings.happened(call)
                                && is(call, "direction", "inbound")
                                && !Callings.answered(call))));
            case "calls-that-moved-the-lead" ->
                Definition.of(new Count(calls.calls(
                        call -> call.moment("startedAt"),
                        call -> Callings.happened(call) && call.has("movedLifecycleTo"))));
            case "visit-to-lead-ratio" ->
                Definition.of(new Ratio(
                        new Count(leads.by("createdAt")),
                        new Count(new Browsing(known).visits(visit -> true, false, visit -> 1.0)),
                        "no_sessions"));
            case "lead-to-mql" -> step("createdAt", "no_leads", List.of("mql", "sql", "sal"));
            case "mql-to-sql" -> step("mqlAt", "no_mqls", List.of("sql", "sal"));
            case "sql-to-sal" -> step("sqlAt", "no_sqls", List.of("sal"));
            case "cost-per-lead" -> costOf(leads.by("createdAt"), "no_leads");
            case "cost-per-mql" -> costOf(leads.by("mqlAt"), "no_mqls");
            case "cost-per-sql" -> costOf(leads.by("sqlAt"), "no_sqls");
            case "cost-per-customer" -> costOf(deals.buying().starts(false), "no_new_customers");
            case "roas", "roi" -> besides("campaign-revenue", switches, metric);
            case "ctr" ->
                Definition.of(new Ratio(
                        new Count(campaigns.firsts(false, List.of("clicked"), Campaigning.OF_BOTH)),
                        new Count(campaigns.firsts(true, null, Campaigning.OF_BOTH)),
                        "nothing_delivered"));
            case "page-visitor-to-subscriber" ->
                Definition.of(new Ratio(
                        new Count(new Mailing(known).come(false)),
                        new Things(new Browsing(known).visits(visit -> true, true, visit -> 1.0)),
                        "no_visitors"));
            case "lead-response-time" ->
                Definition.of(new Spread(
                        leads.responses("assigned".equals(switches.get("clockStart"))), "no_contacted_leads"));
            case "follow-up-contact-rate" ->
                Definition.of(new Ratio(
                        new Count(leads.contacted(
                                OptionalInt.of(Integer.parseInt(switches.getOrDefault("withinDays", "7"))))),
                        new Count(leads.contacted(OptionalInt.empty())),
                        "no_contacted_leads"));
            case "support-response-time" -> {
                Casework cases = new Casework(known, home);
                yield Definition.of(new Spread(
                        cases.numbers(
                                (life, period) -> period.has(life.replied()),
                                life -> Math.max(
                                        0, Seconds.between(life.created(), Objects.requireNonNull(life.replied())))),
                        "no_answered_cases"));
            }
            case "satisfaction" -> {
                Counted opinions = spending.opinions(switches.getOrDefault("kind", "csat"));
                yield Definition.of(new Ratio(new Credit(opinions), new Count(opinions), "no_responses"));
            }
            default -> null;
        };
    }

    private Definition besides(String metric, Map<String, String> switches, String companion) {
        return Definition.of(Objects.requireNonNull(
                standard.of(metric, switches).companions().get(companion)));
    }

    private Definition averageValue(boolean ofDeals) {
        Counted purchases = ofDeals
                ? deals.amounts((life, period) -> period.has(life.wonAt()), DealLife::wonAt)
                : deals.buying().revenue((type, began, period) -> true);
        return Definition.of(
                new Ratio(new Money(purchases), new Count(purchases), ofDeals ? "no_won_deals" : "no_purchases"));
    }

    private Definition margin(Reckoning value) {
        return Definition.of(value)
                .with(
                        "costCoverage",
                        new Ratio(
                                new Count(spending.margins(true)),
                                new Count(deals.buying().revenue((type, began, period) -> true)),
                                "no_purchases"));
    }

    private Definition step(String moment, String reason, List<String> reached) {
        return Definition.of(new Ratio(
                new Count(leads.by(
                        moment,
                        lead -> reached.contains(lead.textOr("lifecycleLevel", ""))
                                || reached.stream().anyMatch(level -> lead.has(level + "At")))),
                new Count(leads.by(moment)),
                reason));
    }

    private Definition costOf(Counted each, String reason) {
        return Definition.of(new CostOfEach(new Money(spending.marketing()), new Count(each), reason, "cost_missing"));
    }
}
