package crm.workbench.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The company's users: sellers of different skill, agents of the service desk, and one for marketing. */
final class Staff implements SampleKind {

    static final String MARKETER = "u-marketing";

    private static final String[] FIRST = {
        "Ann", "Bob", "Cid", "Dana", "Emil", "Fatma", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Luc", "Mona", "Nils",
        "Olga", "Pablo", "Quirin", "Rosa", "Sven", "Tara"
    };
    private static final String[] LAST = {
        "Peeters",
        "Janssens",
        "Maes",
        "Jacobs",
        "Mertens",
        "Willems",
        "Claes",
        "Goossens",
        "Wouters",
        "Dubois",
        "Lambert",
        "Dupont",
        "Martin",
        "Simon"
    };

    private final long seed;
    private final int sellers;
    private final int agents;
    private final BusinessCalendar calendar;

    Staff(long seed, SampleSize size, BusinessCalendar calendar) {
        this.seed = seed;
        this.sellers = size.sellers();
        this.agents = size.agents();
        this.calendar = calendar;
    }

    /** A seller who works at this moment; some get many more deals than others. */
    int seller(Dice dice, double share) {
        while (true) {
            int seller = (int) (sellers * StrictMath.pow(dice.next(), 1.4));
            if (works(seller, share)) {
                return seller;
            }
        }
    }

    /** How good a seller is; 1 is usual. */
    double skill(int seller) {
        return Dice.of(seed, "skill", seller).between(0.6, 1.5);
    }

    String sellerId(int seller) {
        return "u-" + (seller + 1);
    }

    String agentId(Dice dice) {
        return "a-" + (1 + dice.below(agents));
    }

    @Override
    public String collection() {
        return "users";
    }

    @Override
    public long count() {
        return sellers + agents + 1L;
    }

    @Override
    public List<String> records(long number) {
        if (number < sellers) {
            return seller((int) number);
        }
        boolean marketer = number == sellers + agents;
        String id = marketer ? MARKETER : "a-" + (number - sellers + 1);
        return List.of(user(id, number, calendar.start(), marketer ? Teams.MARKETING : Teams.SERVICE)
                .text("role", marketer ? "campaign manager" : "service agent")
                .end());
    }

    private List<String> seller(int seller) {
        List<String> versions = new ArrayList<>();
        versions.add(sellerVersion(seller, calendar.start(), team(seller)));
        if (seller % 8 == 3) {
            versions.add(sellerVersion(seller, calendar.at(0.6), team(seller + 1)));
        }
        return versions;
    }

    private String sellerVersion(int seller, Instant since, String team) {
        return user(sellerId(seller), seller, since, team)
                .text("role", "account executive")
                .moment("activeFrom", joined(seller) > 0 ? calendar.at(joined(seller)) : null)
                .moment("activeTo", left(seller) < 1 ? calendar.at(left(seller)) : null)
                .end();
    }

    private RecordWriter user(String id, long number, Instant since, String team) {
        Dice dice = Dice.of(seed, "name", number);
        String first = FIRST[(int) ((number * 7 + dice.below(3)) % FIRST.length)];
        String last = LAST[(int) ((number * 5 + dice.below(5)) % LAST.length)];
        return RecordWriter.of(id)
                .moment("updatedAt", since)
                .text("name", first + " " + last)
                .text("email", id + "@acme.example")
                .text("teamId", team)
                .text("timeZone", BusinessCalendar.ZONE.getId())
                .decimal("hourlyCost", 38 + dice.below(30));
    }

    private static String team(int seller) {
        return Teams.SELLING.get(seller % Teams.SELLING.size());
    }

    private static boolean works(int seller, double share) {
        return share >= joined(seller) && share < left(seller);
    }

    private static double joined(int seller) {
        return seller % 8 == 6 ? 0.35 : 0;
    }

    private static double left(int seller) {
        return seller % 8 == 5 ? 0.7 : 1;
    }
}
