package crm.report.load;

import java.util.List;

/** All derived tables, in the order in which one needs the other. */
final class Derivations {

    private static final List<Derivation> ALL = List.of(
            new CurrencyRates(),
            new StagesTable(),
            new LeadStates(),
            new CampaignTables(),
            new DealSurvivors(),
            new DealTables(),
            new OrderTables(),
            CustomerProfiles.CONTRACTS,
            new CustomerTables(),
            new SaleLineTables(),
            new CustomerProfiles(),
            new PurchaseCredits(),
            new WebVisits(),
            new Subscriptions(),
            new CaseTables());

    private Derivations() {}

    static void derive(Changes changes) {
        ALL.forEach(derivation -> derivation.derive(changes));
    }
}
