package crm.workbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Customers from before the world began, and those that deals bring; a few are one account entered twice. */
final class Customers implements SampleKind {

    private static final String[] INDUSTRIES = {"construction", "housing", "retail", "education", "health", "logistics"
    };
    private static final String[] REGIONS = {"Flanders", "Brussels", "Wallonia", "Netherlands", "Luxembourg"};
    private static final String[] SIZES = {"1-9", "10-49", "50-249", "250+"};
    private static final String[] NAMES = {
        "Bakker", "Dumont", "Van Damme", "Lefevre", "Hendrickx", "Moreau", "De Smet", "Laurent", "Thys", "Renard"
    };

    private final long seed;
    private final SampleSize size;
    private final BusinessCalendar calendar;
    private final DealStories stories;

    Customers(long seed, SampleSize size, BusinessCalendar calendar, DealStories stories) {
        this.seed = seed;
        this.size = size;
        this.calendar = calendar;
        this.stories = stories;
    }

    static String id(long number) {
        return "c-" + (number + 1);
    }

    @Override
    public String collection() {
        return "customers";
    }

    @Override
    public long count() {
        return size.customers();
    }

    @Override
    public List<String> records(long number) {
        return number < size.oldCustomers() ? List.of(old(number)) : brought(number);
    }

    private String old(long number) {
        Dice dice = Dice.of(seed, "customer-since", number);
        Instant since = calendar.start().minus(Duration.ofDays(10 + dice.below(1_400)));
        RecordWriter json =
                described(number, calendar.start(), "customer", since).moment("customerSince", since);
        boolean enteredTwice = number % 300 == 299;
        return json.text("mergedInto", enteredTwice ? id(number - 1) : null).end();
    }

    private List<String> brought(long number) {
        DealStory deal = stories.bringing(number - size.oldCustomers());
        List<String> versions = new ArrayList<>();
        versions.add(described(number, deal.createdAt(), "prospect", deal.createdAt())
                .text("source", deal.source())
                .end());
        Instant wonAt = deal.wonAt();
        if (wonAt != null) {
            versions.add(described(number, wonAt, "customer", deal.createdAt())
                    .text("source", deal.source())
                    .end());
        }
        return versions;
    }

    private RecordWriter described(long number, Instant updatedAt, String type, Instant createdAt) {
        Dice dice = Dice.of(seed, "customer", number);
        return RecordWriter.of(id(number))
                .moment("updatedAt", updatedAt)
                .text(
                        "name",
                        dice.oneOf(NAMES) + " " + dice.oneOf("& Sons", "Group", "Projects", "Partners") + " "
                                + (number + 1))
                .text("type", type)
                .text("industry", dice.oneOf(INDUSTRIES))
                .text("sizeBand", SIZES[dice.weighted(50, 30, 15, 5)])
                .text("region", REGIONS[dice.weighted(45, 15, 20, 15, 5)])
                .text("segment", Campaigns.SEGMENTS[dice.weighted(45, 25, 20, 10)])
                .moment("createdAt", createdAt);
    }
}
