package crm.report.load;

import java.util.List;
import java.util.stream.Stream;

/** All derived tables, in the order in which one needs the other. */
final class Derivations {

    /** Which teams users were in is worked out before the records are written that take their team from it. */
    static final Derivation USERS = new UserTeamsTable();

    private static final List<Derivation> AFTER_RECORDS = List.of(
            new CurrencyRates(),
            new StagesTable(),
            new MergedRecords("leads", "lead"),
            new MergedRecords("contacts", "contact"),
            new LeadStates(),
            new CampaignTables(),
            new MergedRecords("deals", "deal"),
            new DealTables(),
            new OrderTables(),
            new CustomerTables(),
            new SaleLineTables(),
            new CustomerProfiles(),
            new PurchaseCredits(),
            new WebVisits(),
            new Subscriptions(),
            new CaseTables());

    static final List<Derivation> ALL =
            Stream.concat(Stream.of(USERS), AFTER_RECORDS.stream()).toList();

    private Derivations() {}

    static void derive(Changes changes) {
        AFTER_RECORDS.forEach(derivation -> derivation.derive(changes));
    }
}
