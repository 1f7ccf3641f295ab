package crm.workbench.sample;

/**
 * How much there is in a sample world; what is not listed grows along.
 *
 * @param deals deals, without their versions
 * @param calls calls, without their corrections
 * @param campaigns campaigns, the last one still planned
 * @param campaignEvents campaign events
 */
public record SampleSize(long deals, long calls, int campaigns, long campaignEvents) {

    /** What a newcomer's first start loads. */
    public static final SampleSize STANDARD = new SampleSize(5_000, 60_000, 40, 200_000);

    public SampleSize {
        if (deals < 20 || calls < 1 || campaigns < 2 || campaignEvents < 1) {
            throw new IllegalArgumentException("too small to be a company");
        }
    }

    /** The standard size, so many times as large. */
    public static SampleSize times(double factor) {
        return new SampleSize(
                Math.max(20, Math.round(STANDARD.deals * factor)),
                Math.max(1, Math.round(STANDARD.calls * factor)),
                (int) Math.max(2, Math.round(STANDARD.campaigns * Math.sqrt(factor))),
                Math.max(1, Math.round(STANDARD.campaignEvents * factor)));
    }

    /** Records in all, versions included; right to a few in a hundred. */
    public long expectedRecords() {
        long versionsOfDeals = deals * 193 / 100;
        long versionsOfCustomers = oldCustomers() + broughtCustomers() * 138 / 100;
        return versionsOfDeals
                + versionsOfCustomers
                + leads()
                + calls
                + campaignEvents
                + campaigns
                + sellers()
                + agents();
    }

    /** Customers from before the world's first day. */
    long oldCustomers() {
        return deals / 4;
    }

    /** Customers that a deal brought. */
    long broughtCustomers() {
        return deals * 9 / 20;
    }

    long customers() {
        return oldCustomers() + broughtCustomers();
    }

    long leads() {
        return deals * 8 / 5;
    }

    int sellers() {
        return (int) Math.clamp(deals / 400, 8, 1_000);
    }

    int agents() {
        return (int) Math.clamp(calls / 6_000, 6, 2_000);
    }
}
