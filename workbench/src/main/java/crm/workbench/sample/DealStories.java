package crm.workbench.sample;

import java.time.Instant;
import java.util.List;

/** Tells each deal's story: whom it is for, where it came from, and how it moved through its pipeline. */
final class DealStories {

    private static final String[] SOURCES = {"referral", "website", "campaign", "cold_call", "partner", "trade_fair"};
    private static final double[] SOURCES_OF_DEALS = {22, 26, 20, 12, 12, 8};
    private static final double[] SOURCES_OF_OTHER_LEADS = {6, 34, 30, 18, 5, 7};

    private final long seed;
    private final SampleSize size;
    private final BusinessCalendar calendar;
    private final Staff staff;
    private final Campaigns campaigns;

    DealStories(long seed, SampleSize size, BusinessCalendar calendar, Staff staff, Campaigns campaigns) {
        this.seed = seed;
        this.size = size;
        this.calendar = calendar;
        this.staff = staff;
        this.campaigns = campaigns;
    }

    DealStory story(long number) {
        Dice dice = Dice.of(seed, "deal", number);
        double share = (number + dice.next()) / size.deals();
        Instant createdAt = calendar.at(share);
        boolean isFirst = bringsCustomer(number);
        String dealType = isFirst ? "new_business" : furtherDealType(dice);
        boolean renewal = dealType.equals("renewal");
        int seller = staff.seller(dice, share);
        double amount = dice.around(isFirst ? 5_200 : 7_400, 1.0);
        long lead = isFirst && dice.chance(0.8) ? leadOf(customersBroughtBefore(number)) : -1;
        String source = lead >= 0 ? leadSource(lead, true) : SOURCES[dice.weighted(SOURCES_OF_DEALS)];
        StageWalk walk = new StageWalk(calendar, dice, staff.skill(seller) * liking(source), amount);
        return new DealStory(
                number,
                createdAt,
                lead,
                isFirst ? size.oldCustomers() + customersBroughtBefore(number) : knownCustomer(number, dice),
                isFirst,
                seller,
                dealType,
                source,
                renewal ? Pipelines.RENEWALS : Pipelines.SALES,
                amount,
                renewal ? walk.renewal(createdAt) : walk.sale(createdAt));
    }

    String sellerId(DealStory story) {
        return staff.sellerId(story.seller());
    }

    /** Who takes the deal over when its seller hands it on. */
    String otherSellerId(DealStory story, Dice dice) {
        return staff.sellerId(staff.seller(dice, calendar.share(story.lastStepAt())));
    }

    /** The deal that brought a customer. */
    DealStory bringing(long broughtCustomer) {
        long number = broughtCustomer * size.deals() / size.broughtCustomers();
        while (customersBroughtBefore(number + 1) <= broughtCustomer) {
            number++;
        }
        return story(number);
    }

    /** The deal that a lead became, or nothing if it became none. */
    List<DealStory> dealOfLead(long lead) {
        long broughtCustomer = (lead * size.broughtCustomers() + size.leads() - 1) / size.leads();
        if (broughtCustomer >= size.broughtCustomers() || leadOf(broughtCustomer) != lead) {
            return List.of();
        }
        DealStory story = bringing(broughtCustomer);
        return story.lead() == lead ? List.of(story) : List.of();
    }

    String leadSource(long lead, boolean converted) {
        return SOURCES[
                Dice.of(seed, "lead-source", lead).weighted(converted ? SOURCES_OF_DEALS : SOURCES_OF_OTHER_LEADS)];
    }

    /** The campaign that brought a lead whose source is a campaign. */
    String campaignOfLead(long lead) {
        return campaigns.id(campaigns.runningAt((lead + 0.5) / size.leads()));
    }

    private long leadOf(long broughtCustomer) {
        return broughtCustomer * size.leads() / size.broughtCustomers();
    }

    private boolean bringsCustomer(long number) {
        return customersBroughtBefore(number + 1) > customersBroughtBefore(number);
    }

    private long customersBroughtBefore(long number) {
        return number * size.broughtCustomers() / size.deals();
    }

    /** A customer from before the world began, or one brought by an earlier deal, won or not. */
    private long knownCustomer(long number, Dice dice) {
        long brought = customersBroughtBefore(number);
        return brought == 0 || dice.chance(0.65)
                ? (long) (size.oldCustomers() * StrictMath.pow(dice.next(), 1.5))
                : size.oldCustomers() + dice.below(brought);
    }

    private static String furtherDealType(Dice dice) {
        String[] types = {"renewal", "cross_sell", "up_sell", "reactivation", "new_business"};
        return types[dice.weighted(34, 26, 20, 6, 14)];
    }

    private static double liking(String source) {
        return switch (source) {
            case "referral" -> 1.35;
            case "partner" -> 1.15;
            case "cold_call" -> 0.7;
            default -> 1.0;
        };
    }
}
