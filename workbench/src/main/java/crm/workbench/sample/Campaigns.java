package crm.workbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Campaigns one after the other; one in thirteen is aborted, the last is still planned. */
final class Campaigns implements SampleKind {

    private static final String[] TYPES = {"newsletter", "webinar", "mailing", "event", "social"};
    private static final String[] CHANNELS = {"email", "email", "post", "in_person", "social"};
    static final String[] SEGMENTS = {"homeowners", "installers", "architects", "municipalities"};

    private final long seed;
    private final int campaigns;
    private final BusinessCalendar calendar;

    Campaigns(long seed, SampleSize size, BusinessCalendar calendar) {
        this.seed = seed;
        this.campaigns = size.campaigns();
        this.calendar = calendar;
    }

    /** Campaigns that have started. */
    int started() {
        return campaigns - 1;
    }

    /** The campaign that started last before this share of the work was done. */
    int runningAt(double share) {
        return (int) Math.clamp((long) (share * started()), 0, started() - 1);
    }

    String id(long campaign) {
        return "cp-" + (campaign + 1);
    }

    Instant startedAt(long campaign) {
        Dice dice = Dice.of(seed, "campaign-start", campaign);
        Instant begin = calendar.at(campaign / (double) started() * 0.97);
        return calendar.inWorkingHours(begin, dice);
    }

    Duration length(long campaign) {
        return Duration.ofDays(
                isAborted(campaign)
                        ? 5
                        : 14 + Dice.of(seed, "campaign-length", campaign).below(28));
    }

    String channel(long campaign) {
        return CHANNELS[(int) (campaign % CHANNELS.length)];
    }

    /** How well a campaign speaks to its members; 1 is usual. */
    double appeal(long campaign) {
        return Dice.of(seed, "campaign-appeal", campaign).between(0.6, 1.6);
    }

    @Override
    public String collection() {
        return "campaigns";
    }

    @Override
    public long count() {
        return campaigns;
    }

    @Override
    public List<String> records(long campaign) {
        return List.of(campaign < started() ? startedOne(campaign) : plannedOne(campaign));
    }

    private String startedOne(long campaign) {
        Dice dice = Dice.of(seed, "campaign", campaign);
        Instant startedAt = startedAt(campaign);
        Instant end = startedAt.plus(length(campaign));
        boolean over = end.isBefore(calendar.end());
        String status = isAborted(campaign) ? "aborted" : over ? "completed" : "running";
        double budget = Math.round(dice.around(4_000, 0.6) / 100) * 100;
        return described(campaign, over ? end : startedAt, status, startedAt, end, budget)
                .moment("startedAt", startedAt)
                .moment("endedAt", over ? end : null)
                .decimal("actualCost", budget * dice.between(0.7, 1.15) * (over ? 1 : 0.4))
                .end();
    }

    private String plannedOne(long campaign) {
        Instant start = calendar.end().plus(Duration.ofDays(10));
        Instant announced = calendar.at(0.97);
        return described(campaign, announced, "planned", start, start.plus(length(campaign)), 5_000)
                .end();
    }

    private RecordWriter described(
            long campaign, Instant updatedAt, String status, Instant start, Instant end, double budget) {
        int type = (int) (campaign % TYPES.length);
        return RecordWriter.of(id(campaign))
                .moment("updatedAt", updatedAt)
                .text("name", capitalised(TYPES[type]) + " " + (campaign + 1))
                .text("type", TYPES[type])
                .text("channel", CHANNELS[type])
                .text("status", status)
                .moment(
                        "createdAt",
                        start.minus(Duration.ofDays(30)).isAfter(updatedAt)
                                ? updatedAt
                                : start.minus(Duration.ofDays(30)))
                .moment("plannedStartAt", start)
                .moment("plannedEndAt", end)
                .decimal("budget", budget)
                .text("targetSegment", SEGMENTS[(int) (campaign % SEGMENTS.length)])
                .text("productFamily", Deals.PRODUCT_FAMILIES[(int) (campaign % Deals.PRODUCT_FAMILIES.length)])
                .text("ownerId", Staff.MARKETER);
    }

    private static boolean isAborted(long campaign) {
        return campaign % 13 == 12;
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
