package crm.workbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Leads, of which about one in four becomes a deal. */
final class Leads implements SampleKind {

    private static final String[] COUNTRIES = {"BE", "NL", "LU", "FR"};

    private final long seed;
    private final SampleSize size;
    private final BusinessCalendar calendar;
    private final DealStories stories;

    Leads(long seed, SampleSize size, BusinessCalendar calendar, DealStories stories) {
        this.seed = seed;
        this.size = size;
        this.calendar = calendar;
        this.stories = stories;
    }

    static String id(long number) {
        return "l-" + (number + 1);
    }

    @Override
    public String collection() {
        return "leads";
    }

    @Override
    public long count() {
        return size.leads();
    }

    @Override
    public List<String> records(long number) {
        Dice dice = Dice.of(seed, "lead", number);
        return List.of(stories.dealOfLead(number).stream()
                .findFirst()
                .map(deal -> converted(number, deal, dice))
                .orElseGet(() -> waiting(number, dice)));
    }

    private String converted(long number, DealStory deal, Dice dice) {
        Instant convertedAt = deal.createdAt();
        Duration took = Duration.ofMinutes((long) (1_440 * Math.min(60, dice.around(6, 0.9))));
        Instant createdAt = convertedAt.minus(took);
        return described(number, convertedAt, createdAt, deal.source(), dice)
                .text("status", "converted")
                .text("lifecycleLevel", "sal")
                .moment("mqlAt", createdAt.plus(took.dividedBy(4)))
                .moment("sqlAt", createdAt.plus(took.dividedBy(2)))
                .moment("salAt", createdAt.plus(took.multipliedBy(3).dividedBy(4)))
                .text("ownerId", stories.sellerId(deal))
                .moment("qualifiedAt", createdAt.plus(took.dividedBy(2)))
                .moment("convertedAt", convertedAt)
                .text("convertedDealId", deal.id())
                .text("convertedCustomerId", Customers.id(deal.customer()))
                .end();
    }

    private String waiting(long number, Dice dice) {
        double share = (number + dice.next()) / size.leads();
        Instant createdAt = calendar.at(share);
        Instant decidedAt = createdAt.plus(Duration.ofHours((long) dice.around(120, 0.8)));
        boolean decided = decidedAt.isBefore(calendar.end());
        String status = decided
                ? new String[] {"unqualified", "lost", "nurturing", "spam", "duplicate", "test"}
                        [dice.weighted(42, 26, 22, 6, 3, 1)]
                : dice.oneOf("new", "working");
        boolean marketable = dice.chance(0.4);
        return described(number, decided ? decidedAt : createdAt, createdAt, stories.leadSource(number, false), dice)
                .text("status", status)
                .text("unqualifiedReason", status.equals("unqualified") ? dice.oneOf("no budget", "no need") : null)
                .text("lifecycleLevel", marketable ? "mql" : "lead")
                .moment("mqlAt", marketable ? createdAt : null)
                .end();
    }

    private RecordWriter described(long number, Instant updatedAt, Instant createdAt, String source, Dice dice) {
        return RecordWriter.of(id(number))
                .moment("updatedAt", updatedAt)
                .text("personName", "Person " + (number + 1))
                .text("source", source)
                .text("medium", source.equals("campaign") ? "email" : null)
                .text("campaignId", source.equals("campaign") ? stories.campaignOfLead(number) : null)
                .text("region", dice.oneOf("Flanders", "Brussels", "Wallonia", "Netherlands"))
                .text("country", COUNTRIES[dice.weighted(70, 18, 4, 8)])
                .number("score", dice.below(101))
                .moment("createdAt", createdAt);
    }
}
