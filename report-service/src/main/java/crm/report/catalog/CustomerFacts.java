package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN_NAMES;
import static crm.report.catalog.Dimensions.CUSTOMER_NAMES;
import static crm.report.catalog.Dimensions.OWNER;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.TERRITORY;
import static crm.report.catalog.Dimensions.USERS;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.report.load.PurchaseTables;
import java.util.List;
import java.util.stream.Stream;

/** Facts of customers: when they were active, what they bought, whom they recommended. */
final class CustomerFacts {

    private static final String PROFILES = "customer_profiles";

    /** What is known of the customer itself, as it is now. */
    private static final List<Dimension> OF_CUSTOMER = ofCustomer("customer", "customer_id");

    static final Fact ACTIVITY = new Fact(
            "active customers",
            "customer_activity",
            List.of("customer_id", "active_from"),
            OF_CUSTOMER,
            List.of("customer_id", "active_from", "active_to"));

    /** Each customer's stretches of activity in pairs: in which it was at first, in which at last. */
    static final Fact STAYING = new Fact(
            "customers that stayed",
            """
            (SELECT early.customer_id, early.active_from AS first_from, early.active_to AS first_to,
                late.active_from AS last_from, late.active_to AS last_to
              FROM customer_activity early
              JOIN customer_activity late ON late.customer_id = early.customer_id
                AND late.active_from >= early.active_from)\
            """,
            List.of("customer_id", "first_from", "last_from"),
            OF_CUSTOMER,
            List.of("customer_id", "first_from", "last_to"));

    static final Fact REPEAT_PURCHASES = new Fact(
            "purchases of known customers",
            """
            (SELECT bought.*, first_bought_at, first_bought_at_date
              FROM {purchases} bought JOIN customer_profiles profile ON profile.id = bought.customer_id)\
            """.replace("{purchases}", PurchaseTables.PURCHASES),
            List.of("purchase_kind", "id"),
            OF_CUSTOMER,
            List.of("id", "purchase_kind", "customer_id", "bought_at", "amount", "currency"));

    /** Customers from their beginning on. */
    static final Fact CUSTOMERS = new Fact(
            "customers", """
                (SELECT id AS customer_id, became_customer_at, became_customer_at_date,
                    CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
                  FROM customer_profiles WHERE became_customer_at IS NOT NULL)\
                """, List.of("customer_id"), OF_CUSTOMER, List.of("customer_id", "became_customer_at"));

    /** Purchases from when on they belong to the lifetime of their customer. */
    static final Fact LIFETIME_PURCHASES = new Fact(
            "purchases of a lifetime",
            """
            (SELECT *, greatest(bought_at, became_customer_at) AS counted_from,
                greatest(bought_at_date, became_customer_at_date) AS counted_from_date,
                amount - cost AS margin, CASE WHEN cost IS NOT NULL THEN amount END AS amount_with_cost,
                CAST(NULL AS TIMESTAMP) AS never, CAST(NULL AS DATE) AS never_date
              FROM {purchases} bought WHERE customer_id IS NOT NULL)\
            """.replace("{purchases}", PurchaseTables.PURCHASES),
            List.of("purchase_kind", "id"),
            OF_CUSTOMER,
            List.of("id", "purchase_kind", "customer_id", "bought_at", "amount", "cost", "currency"));

    private static final String LINES_WHILE_ACTIVE = """
        (SELECT lines.*, active_from, active_to
          FROM sale_lines lines JOIN customer_activity activity
            ON activity.customer_id = lines.customer_id AND activity.active_from <= lines.bought_at)\
        """;

    private static final List<String> LINE_KEY = List.of("purchase_kind", "purchase_id", "line", "active_from");

    private static final List<String> LINE_SHOWN = List.of(
            "purchase_id",
            "purchase_kind",
            "line",
            "bought_at",
            "customer_id",
            "product_id",
            "product_family",
            "sale_type",
            "amount",
            "currency");

    /** Lines of purchases, told apart by who bought. */
    static final Fact LINES_OF_CUSTOMERS =
            new Fact("lines of customers", LINES_WHILE_ACTIVE, LINE_KEY, OF_CUSTOMER, LINE_SHOWN);

    /** Lines of purchases, told apart by what was bought and who sold it. */
    static final Fact LINES = new Fact(
            "lines",
            LINES_WHILE_ACTIVE,
            LINE_KEY,
            Stream.concat(
                            Stream.of(
                                    Ownership.ownerOfPurchase(),
                                    Ownership.teamOfPurchase(),
                                    TERRITORY,
                                    PRODUCT_FAMILY,
                                    Dimension.of(
                                            "product", "product_id", new Dimension.Labels("products", "id", "name"))),
                            OF_CUSTOMER.stream().filter(each -> !List.of("owner", "team", "territory")
                                    .contains(each.name())))
                    .toList(),
            LINE_SHOWN);

    static final Fact OFFERS = new Fact(
            "offers",
            withTeam("offers", "made_at", "coalesce(merged.survivor, t.customer_id) AS customer_id"),
            List.of("id"),
            Stream.concat(
                            Stream.of(
                                    OWNER,
                                    Ownership.teamOf("id", "offers"),
                                    TERRITORY,
                                    PRODUCT_FAMILY,
                                    Dimension.of(
                                            "product", "product_id", new Dimension.Labels("products", "id", "name"))),
                            OF_CUSTOMER.stream().filter(each -> !List.of("owner", "team", "territory")
                                    .contains(each.name())))
                    .toList(),
            List.of("id", "kind", "customer_id", "product_id", "made_at", "accepted_at", "declined_at", "owner_id"));

    /** The first time that a customer, being one, recommended us to a party. */
    static final Fact REFERRALS = new Fact(
            "referrals",
            """
            (WITH made AS (
                SELECT referrals.*, coalesce(merged.survivor, referrer_customer_id) AS referrer_id,
                    coalesce(referred.survivor, referrals.customer_id) AS referred_id,
                    coalesce(of_lead.survivor, lead_id) AS surviving_lead,
                    coalesce(of_contact.survivor, contact_id) AS surviving_contact
                FROM referrals
                LEFT JOIN lead_survivors of_lead ON of_lead.id = lead_id
                LEFT JOIN contact_survivors of_contact ON of_contact.id = contact_id
                LEFT JOIN merged_customers merged ON merged.id = referrer_customer_id
                LEFT JOIN merged_customers referred ON referred.id = referrals.customer_id),
              firsts AS (
                SELECT made.*
                FROM made JOIN customer_profiles profile ON profile.id = referrer_id
                WHERE profile.became_customer_at <= made_at
                QUALIFY row_number() OVER (
                    PARTITION BY referrer_id, coalesce('customer ' || referred_id, 'lead ' || surviving_lead,
                        'contact ' || surviving_contact, 'referral ' || made.id)
                    ORDER BY made_at, made.id) = 1),
              begun AS (
                SELECT firsts.id, min(profile.became_customer_at) AS became_at
                FROM firsts
                LEFT JOIN leads own_lead ON own_lead.id = firsts.lead_id
                LEFT JOIN leads ON leads.id = firsts.surviving_lead
                LEFT JOIN contacts own_contact ON own_contact.id = firsts.contact_id
                LEFT JOIN contacts ON contacts.id = firsts.surviving_contact
                LEFT JOIN merged_customers of_lead
                  ON of_lead.id = coalesce(leads.converted_customer_id, own_lead.converted_customer_id)
                LEFT JOIN merged_customers of_contact
                  ON of_contact.id = coalesce(contacts.customer_id, own_contact.customer_id)
                JOIN customer_profiles profile ON profile.id IN (firsts.referred_id,
                    coalesce(of_lead.survivor, leads.converted_customer_id, own_lead.converted_customer_id),
                    coalesce(of_contact.survivor, contacts.customer_id, own_contact.customer_id))
                WHERE profile.became_customer_at >= firsts.made_at
                GROUP BY firsts.id)
              SELECT firsts.* REPLACE (
                  coalesce(firsts.team_id, teams.team_id) AS team_id,
                  coalesce(firsts.converted_at, begun.became_at) AS converted_at,
                  coalesce(firsts.converted_at_date, profile.became_customer_at_date) AS converted_at_date,
                  referrer_id AS customer_id)
              FROM firsts
              LEFT JOIN begun ON begun.id = firsts.id
              LEFT JOIN (SELECT DISTINCT became_customer_at, became_customer_at_date FROM customer_profiles) profile
                ON profile.became_customer_at = begun.became_at
              LEFT JOIN user_teams teams ON teams.user_id = firsts.owner_id AND teams.valid_from <= made_at
                AND (teams.valid_to IS NULL OR made_at < teams.valid_to))\
            """,
            List.of("id"),
            Stream.concat(
                            Stream.of(
                                    OWNER,
                                    Ownership.teamOf("id", "referrals"),
                                    TERRITORY,
                                    Dimension.of("program", "program"),
                                    Dimension.of("channel", "channel"),
                                    Dimension.of("referrer", "customer_id", CUSTOMER_NAMES)),
                            OF_CUSTOMER.stream().filter(each -> !List.of("owner", "team", "territory", "customer")
                                    .contains(each.name())))
                    .toList(),
            List.of("id", "customer_id", "lead_id", "contact_id", "made_at", "converted_at", "program", "channel"));

    /** The same, told apart by the referrer alone, to be weighed against all customers. */
    static final Fact REFERRERS = new Fact(
            REFERRALS.name(),
            REFERRALS.table(),
            REFERRALS.key(),
            ofCustomer("referrer", "customer_id"),
            REFERRALS.shown());

    /** Active customers as those who could recommend us. */
    static final Fact POSSIBLE_REFERRERS = new Fact(
            ACTIVITY.name(), ACTIVITY.table(), ACTIVITY.key(), ofCustomer("referrer", "customer_id"), ACTIVITY.shown());

    /** Leads that say that they were referred, but not by whom; no referral tells it either. */
    static final Fact UNIDENTIFIED = new Fact(
            "unidentified referrals",
            """
            (SELECT * FROM leads
              WHERE source = 'referral' AND referrer_customer_id IS NULL AND merged_into IS NULL
                AND coalesce(status, 'new') NOT IN ('spam', 'test', 'duplicate')
                AND id NOT IN (SELECT coalesce(survivor, lead_id)
                    FROM referrals LEFT JOIN lead_survivors ON lead_survivors.id = lead_id
                    WHERE lead_id IS NOT NULL AND referrer_customer_id IS NOT NULL))\
            """,
            List.of("id"),
            List.of(OWNER, Ownership.teamOfLead("id"), TERRITORY, Dimension.of("channel", "channel")),
            List.of("id", "created_at", "source", "owner_id"));

    private CustomerFacts() {}

    /** A kind's records with the owner's team of the time where they name none, and something more. */
    static String withTeam(String kind, String moment, String replaced) {
        return """
            (SELECT t.* REPLACE (coalesce(t.team_id, teams.team_id) AS team_id, {replaced})
              FROM {kind} t
              LEFT JOIN merged_customers merged ON merged.id = t.customer_id
              LEFT JOIN user_teams teams ON teams.user_id = t.owner_id AND teams.valid_from <= t.{moment}
                AND (teams.valid_to IS NULL OR t.{moment} < teams.valid_to))\
            """.replace("{kind}", kind).replace("{moment}", moment).replace("{replaced}", replaced);
    }

    private static List<Dimension> ofCustomer(String name, String column) {
        return List.of(
                Dimension.through("owner", column, PROFILES, "owner_id", USERS),
                Ownership.teamOfCustomer(column),
                Dimension.through("territory", column, PROFILES, "territory_id"),
                Dimension.through("region", column, PROFILES, "region"),
                Dimension.through("industry", column, PROFILES, "industry"),
                Dimension.through("sector", column, PROFILES, "sector"),
                Dimension.through("segment", column, PROFILES, "segment"),
                Dimension.through("customerSize", column, PROFILES, "size_band"),
                Dimension.through("cohort", column, PROFILES, "cohort"),
                Dimension.through("source", column, PROFILES, "source"),
                Dimension.through("campaign", column, PROFILES, "campaign_id", CAMPAIGN_NAMES),
                Dimension.through("firstProductFamily", column, PROFILES, "product_family"),
                Dimension.of(name, column, CUSTOMER_NAMES));
    }
}
