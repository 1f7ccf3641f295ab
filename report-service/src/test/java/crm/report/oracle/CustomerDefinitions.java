package crm.report.oracle;

import crm.report.oracle.Contracting.Value;
import crm.report.oracle.Reckoning.Count;
import crm.report.oracle.Reckoning.Money;
import crm.report.oracle.Reckoning.OnlyIf;
import crm.report.oracle.Reckoning.Ratio;
import crm.report.oracle.Staying.Worth;
import java.time.Duration;
import java.util.Map;

/** The metrics of customers and of what is signed with them, in the catalogue's words. */
final class CustomerDefinitions {

    private static final String NOBODY = "no_existing_customers";

    private final Staying staying;
    private final Selling selling;
    private final Contracting contracts;
    private final Referring referrals;

    CustomerDefinitions(Staying staying, Selling selling, Contracting contracts, Referring referrals) {
        this.staying = staying;
        this.selling = selling;
        this.contracts = contracts;
        this.referrals = referrals;
    }

    Definition of(String metric, Map<String, String> switches) {
        return switch (metric) {
            case "renewal-rate" -> renewalRate(switches);
            case "proposals-given" -> proposals("true".equals(switches.get("countRevisions")));
            case "retained-customers" -> retained("repeat".equals(switches.get("basis")));
            case "customer-lifetime-value" -> lifetime("margin".equals(switches.get("measure")));
            case "cross-sell-ratio" -> more("cross_sell", switches).with("productsPerCustomer", products());
            case "up-sell-ratio" -> more("up_sell", switches);
            case "customer-referrals" -> referrals("converted".equals(switches.get("basis")));
            default -> throw new IllegalArgumentException("the oracle does not know " + metric);
        };
    }

    private Definition renewalRate(Map<String, String> switches) {
        boolean decided = "true".equals(switches.get("excludePending"));
        Duration grace = Duration.ofDays(Integer.parseInt(switches.getOrDefault("graceDays", "30")));
        Ratio rate = "value".equals(switches.get("measure"))
                ? new Ratio(
                        new Money(contracts.due(true, false, decided, Value.RENEWED, grace)),
                        new Money(contracts.due(false, false, decided, Value.DUE, grace)),
                        "no_contracts_due")
                : new Ratio(
                        new Count(contracts.due(true, false, decided, Value.NONE, grace)),
                        new Count(contracts.due(false, false, decided, Value.NONE, grace)),
                        "no_contracts_due");
        return Definition.of(rate).with("pending", new Count(contracts.due(false, true, false, Value.NONE, grace)));
    }

    private Definition proposals(boolean revisions) {
        Count given = new Count(contracts.proposals(revisions, false, false));
        return Definition.of(given)
                .with("amount", new Money(contracts.proposals(revisions, false, true)))
                .with(
                        "acceptanceRate",
                        new Ratio(new Count(contracts.proposals(revisions, true, false)), given, "no_proposals"));
    }

    private Definition retained(boolean repeat) {
        Count retained = new Count(staying.retained());
        return (repeat ? Definition.of(new Count(staying.repeating())) : Definition.ofStock(retained))
                .with(
                        "retentionRate",
                        new Ratio(retained, new Count(staying.activeAtStart()), "nobody_active_at_start"));
    }

    private Definition lifetime(boolean margin) {
        Money revenue = new Money(staying.lifetime(Worth.REVENUE));
        Count customers = new Count(staying.acquired());
        OnlyIf marginIfKnown = new OnlyIf(
                new Ratio(new Money(staying.lifetime(Worth.MARGIN)), customers, "no_customers"),
                new Money(staying.lifetime(Worth.REVENUE_WITH_COST)),
                revenue,
                "0.95",
                "costs_unknown");
        return Definition.ofStock(margin ? marginIfKnown : new Ratio(revenue, customers, "no_customers"))
                .with("margin", marginIfKnown);
    }

    private Definition more(String type, Map<String, String> switches) {
        if ("amount".equals(switches.get("measure"))) {
            return Definition.ofStock(
                    new Ratio(new Money(selling.lines(type)), new Money(selling.lines(null)), NOBODY));
        }
        return switch (switches.getOrDefault("basis", "customers")) {
            case "offers" ->
                Definition.of(new Ratio(
                        new Count(selling.offers(type, true)), new Count(selling.offers(type, false)), "no_offers"));
            case "transactions" ->
                Definition.ofStock(new Ratio(new Count(selling.lines(type)), new Count(selling.lines(null)), NOBODY));
            default ->
                Definition.ofStock(
                        new Ratio(new Count(selling.customers(type)), new Count(staying.activeAtStart()), NOBODY));
        };
    }

    private Ratio products() {
        return new Ratio(new Count(selling.bought(true)), new Count(selling.bought(false)), NOBODY);
    }

    private Definition referrals(boolean converted) {
        Count made = new Count(referrals.made(false));
        return Definition.of(converted ? new Count(referrals.convertedIn()) : made)
                .with("conversionRate", new Ratio(new Count(referrals.made(true)), made, "no_referrals"))
                .with(
                        "referralRate",
                        new Ratio(
                                new Count(referrals.referrers()),
                                new Count(referrals.possible()),
                                "nobody_active_at_end"))
                .with("unidentified", new Count(referrals.unidentified()));
    }
}
