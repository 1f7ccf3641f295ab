package crm.report.catalog;

import static crm.report.catalog.Dimensions.OWNER;
import static crm.report.catalog.Dimensions.TEAM;
import static crm.report.catalog.Dimensions.TEAMS;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Beyond;
import crm.engine.model.Dimension.FirstOf;
import crm.engine.model.Dimension.Lookup;
import crm.engine.model.Dimension.Own;
import crm.engine.model.Dimension.Source;
import crm.engine.model.Dimension.Through;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whom rows belong to: when it happened, and today. Today's owner is the one that the record has now; today's team is the
 * one that the record names now, else the one that its owner is in now.
 */
final class Ownership {

    private static final Lookup TEAMS_TODAY =
            new Lookup("teams_today", "(SELECT user_id AS id, team_id FROM user_teams WHERE valid_to IS NULL)");
    private static final String NAMED = "team_id";
    private static final String NAMED_BY_THE_RECORD = "given_team_id";

    private Ownership() {}

    /** The owner, today that of the record in {@code records} whose id stands in {@code column}. */
    static Dimension ownerOf(String column, String records) {
        return OWNER.today(Through.of(column, records, "owner_id"));
    }

    /** The team, today that of the record in {@code records} whose id stands in {@code column}. */
    static Dimension teamOf(String column, String records) {
        return TEAM.today(new FirstOf(teams(column, records, NAMED)));
    }

    /** The team of a row whose record tells the one that it names from the one that counts. */
    static Dimension teamOfLead(String column) {
        return TEAM.today(new FirstOf(teams(column, "leads", NAMED_BY_THE_RECORD)));
    }

    /** The team of a row that itself tells the one that it names, and whose user never changes. */
    static Dimension teamOfUser(String user) {
        return TEAM.today(
                new FirstOf(List.of(new Own(NAMED_BY_THE_RECORD), new Through(user, TEAMS_TODAY, "team_id"))));
    }

    /**
     * The owner of something that a user of the row's own did, who never changes; what nobody did belongs to the owner of
     * a case.
     */
    static Dimension ownerOfDeed(String user, String ownersCase) {
        return OWNER.today(new FirstOf(List.of(new Own(user), Through.of(ownersCase, "cases", "owner_id"))));
    }

    /** The team of whoever did it; of what nobody did, that of the owner of a case. */
    static Dimension teamOfDeed(String user, String ownersCase) {
        return TEAM.today(new FirstOf(Stream.concat(
                        Stream.of(new Own(NAMED_BY_THE_RECORD), new Through(user, TEAMS_TODAY, "team_id")),
                        teams(ownersCase, "cases", NAMED).stream())
                .toList()));
    }

    /** The owner of an order, else of the deal that it came from or that was won without one. */
    static Dimension ownerOfPurchase() {
        return OWNER.today(new FirstOf(
                List.of(Through.of("order_id", "orders", "owner_id"), Through.of("deal_id", "deals", "owner_id"))));
    }

    static Dimension teamOfPurchase() {
        return TEAM.today(new FirstOf(
                Stream.concat(teams("order_id", "orders", NAMED).stream(), teams("deal_id", "deals", NAMED).stream())
                        .toList()));
    }

    /** The owner of a proposal, else of its deal. */
    static Dimension ownerOfProposal() {
        return OWNER.today(new FirstOf(
                List.of(Through.of("id", "proposals", "owner_id"), Through.of("deal_id", "deals", "owner_id"))));
    }

    static Dimension teamOfProposal() {
        return TEAM.today(new FirstOf(
                Stream.concat(teams("id", "proposals", NAMED).stream(), teams("deal_id", "deals", NAMED).stream())
                        .toList()));
    }

    /** The owner of a customer's first purchase, else the customer's. */
    static Dimension ownerOfStart() {
        return OWNER.today(new FirstOf(List.of(
                Through.of("order_id", "orders", "owner_id"),
                Through.of("deal_id", "deals", "owner_id"),
                Through.of("customer_id", "customers", "owner_id"))));
    }

    /** The team of a customer's first purchase, else the customer's. */
    static Dimension teamOfStart() {
        return TEAM.today(new FirstOf(Stream.of(
                        teams("order_id", "orders", NAMED),
                        teams("deal_id", "deals", NAMED),
                        teams("customer_id", "customers", NAMED))
                .flatMap(List::stream)
                .toList()));
    }

    /** The team of a customer as it is now, whenever it is asked about. */
    static Dimension teamOfCustomer(String column) {
        Through now = Through.of(column, "customer_profiles", NAMED);
        return Dimension.through("team", column, "customer_profiles", NAMED, TEAMS)
                .today(now);
    }

    private static List<Source> teams(String column, String records, String named) {
        return List.of(
                Through.of(column, records, named),
                new Beyond(Through.of(column, records, "owner_id"), TEAMS_TODAY, "team_id"));
    }
}
