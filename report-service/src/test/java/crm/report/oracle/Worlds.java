package crm.report.oracle;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Small random companies, the same for the same seed. */
final class Worlds {

    static final List<String> USERS = List.of("ann", "bob", "cid", "dee");
    static final List<String> TEAMS = List.of("north", "south", "east");
    static final List<String> CUSTOMERS = List.of("c-1", "c-2", "c-3", "c-4", "c-5", "c-6");
    static final List<String> LEADS = List.of("l-1", "l-2", "l-3", "l-4", "l-5", "l-6", "l-7", "l-8");
    static final List<String> CAMPAIGNS = List.of("k-1", "k-2", "k-3", "k-4");

    private final Chance chance;
    private final ZoneId zone;
    private final Instant now;
    private final List<Pushed> pushed = new ArrayList<>();
    private Instant received = Instant.parse("2024-05-02T00:00:00Z");

    private Worlds(long seed) {
        this.chance = new Chance(seed);
        this.zone = chance.of(Chance.ZONES);
        this.now = chance.oneIn(3) ? Instant.parse("2024-03-15T10:30:00Z") : Instant.parse("2024-05-01T00:00:00Z");
    }

    static World of(long seed) {
        Worlds worlds = new Worlds(seed);
        worlds.people();
        worlds.campaigns();
        worlds.leads();
        for (int deal = 1; deal <= worlds.chance.from(4, 24); deal++) {
            worlds.add(new DealMaker(worlds.chance, worlds.zone, worlds.now).versions("d-" + deal));
        }
        worlds.calls();
        new WebMaker(worlds.chance, worlds::instant).records().forEach(worlds::once);
        new MailingMaker(worlds.chance, worlds::instant).records().forEach(worlds::once);
        worlds.cases();
        new AnsweringMaker(worlds.chance, worlds::instant).records().forEach(worlds::once);
        new SpendingMaker(worlds.chance, worlds::instant).records().forEach(worlds::once);
        new ServingMaker(worlds.chance, worlds::instant).records().forEach(worlds::once);
        new SaleMaker(worlds.chance, worlds.zone, worlds.now, worlds::once).everything();
        Collections.shuffle(worlds.pushed, worlds.chance.random());
        return new World(
                worlds.zone,
                worlds.chance.of("EUR", "EUR", "JPY"),
                worlds.chance.of(DayOfWeek.values()),
                worlds.now,
                worlds.pushed.stream()
                        .map(each -> each.receivedAt(worlds.nextReceipt()))
                        .toList());
    }

    private Instant nextReceipt() {
        received = received.plusSeconds(1);
        return received;
    }

    private void add(List<Pushed> versions) {
        pushed.addAll(versions);
        if (chance.oneIn(25)) {
            Pushed any = versions.getFirst();
            pushed.add(new Pushed(
                    any.collection(), any.id(), Instant.parse("2024-05-01T12:00:00Z"), received, true, Map.of()));
        }
    }

    private void cases() {
        CaseMaker maker = new CaseMaker(chance, zone, this::instant);
        maker.calendars().forEach(this::once);
        int count = chance.from(0, 25);
        for (int number = 1; number <= count; number++) {
            add(maker.versions("s-" + number));
        }
        maker.events(count).forEach(this::once);
        ServiceMaker service = new ServiceMaker(chance, this::instant);
        service.requests().forEach(this::once);
        service.targets().forEach(this::once);
    }

    private void once(Made made) {
        once(made.collection(), made.id(), made.fields());
    }

    /** A record of one version. */
    record Made(String collection, String id, Fields fields) {}

    /** Takes a record that has one version. */
    interface Once {
        void push(String collection, String id, Fields fields);
    }

    private void once(String collection, String id, Fields fields) {
        add(List.of(new Pushed(collection, id, chance.oneIn(3) ? null : instant(), received, false, fields.map())));
    }

    private Instant instant() {
        return chance.instant(zone, Chance.FIRST, now.isBefore(Chance.LAST) ? now : Chance.LAST);
    }

    private void people() {
        for (String user : USERS) {
            List<Pushed> versions = new ArrayList<>();
            for (Instant at : instants(chance.from(1, 3))) {
                versions.add(new Pushed(
                        "users",
                        user,
                        at,
                        received,
                        false,
                        new Fields()
                                .put("name", user)
                                .maybe(chance, 6, "teamId", chance.of(TEAMS))
                                .maybe(chance, 2, "hourlyCost", BigDecimal.valueOf(chance.below(9_000), 2))
                                .maybe(chance, 2, "currency", chance.of("EUR", "USD"))
                                .map()));
            }
            if (!user.equals("dee")) {
                add(versions);
            }
        }
        for (String pipeline : List.of("p-1", "p-2")) {
            if (!chance.oneIn(6)) {
                once("pipelines", pipeline, new Fields().put("name", pipeline).put("stages", stages()));
            }
        }
        for (String customer : CUSTOMERS) {
            if (!chance.oneIn(5)) {
                Fields fields = new Fields()
                        .put("name", customer)
                        .maybe(chance, 3, "region", chance.of("west", "coast"))
                        .maybe(chance, 3, "industry", chance.of("steel", "wood"))
                        .maybe(chance, 3, "sector", "retail")
                        .maybe(chance, 3, "segment", chance.of("gold", "iron"))
                        .maybe(chance, 2, "source", chance.of("fair", "web"))
                        .maybe(chance, 2, "ownerId", chance.of(USERS))
                        .maybe(chance, 4, "territoryId", "t-9");
                if (chance.oneIn(4)) {
                    fields.put("customerSince", instant());
                }
                if (chance.oneIn(6) && !customer.equals("c-6")) {
                    fields.put("mergedInto", "c-6");
                }
                once("customers", customer, fields);
            }
        }
    }

    private List<Map<String, Object>> stages() {
        List<Map<String, Object>> stages = new ArrayList<>();
        int order = 1;
        for (String stage : DealMaker.STAGES) {
            Fields fields = new Fields().put("id", stage).put("name", stage).put("order", new BigDecimal(order++));
            fields.maybe(chance, 3, "probability", new BigDecimal(chance.of("0.25", "0.5", "0.75")));
            fields.maybe(chance, 3, "forecastCategory", chance.of("commit", "best_case"));
            switch (stage) {
                case "offer" -> fields.put("isProposalStage", true);
                case "won" -> fields.put("isWon", true);
                case "lost" -> fields.put("isLost", true);
                case "void" -> fields.put("isUnqualified", true);
                default -> {}
            }
            stages.add(fields.map());
        }
        return stages;
    }

    private List<Instant> instants(int count) {
        List<Instant> instants = new ArrayList<>();
        while (instants.size() < count) {
            Instant next = instant();
            if (!instants.contains(next)) {
                instants.add(next);
            }
        }
        Collections.sort(instants);
        return instants;
    }

    private void campaigns() {
        for (String campaign : CAMPAIGNS) {
            if (!chance.oneIn(6)) {
                Instant start = instant();
                Fields fields = new Fields()
                        .put("name", campaign)
                        .maybe(chance, 2, "type", chance.of("mail", "fair"))
                        .maybe(chance, 2, "channel", chance.of("email", "phone"))
                        .maybe(chance, 2, "status", chance.of("planned", "running", "completed", "aborted"))
                        .maybe(chance, 2, "startedAt", start)
                        .maybe(chance, 2, "actualCost", new BigDecimal(chance.of("100", "250.5", "0")))
                        .maybe(chance, 3, "currency", chance.of("EUR", "USD"))
                        .maybe(chance, 2, "targetSegment", chance.of("old", "young"))
                        .maybe(chance, 2, "ownerId", chance.of(USERS))
                        .maybe(chance, 4, "teamId", "east")
                        .maybe(chance, 3, "productFamily", "roofs");
                if (chance.oneIn(3)) {
                    fields.put("endedAt", start.plus(Duration.ofHours(chance.below(2000))));
                }
                if (chance.oneIn(4)) {
                    fields.put("responseTypes", chance.of(List.of("clicked"), List.of("opened", "converted")));
                }
                once("campaigns", campaign, fields);
            }
            int members = chance.from(0, 4);
            for (int member = 1; member <= members; member++) {
                events(campaign, "m-" + member);
            }
        }
    }

    private static final List<String> TYPES = List.of(
            "sent",
            "delivered",
            "bounced",
            "opened",
            "clicked",
            "clicked",
            "responded",
            "responded",
            "converted",
            "unsubscribed",
            "complained");

    private int event;

    private void events(String campaign, String member) {
        Fields who = new Fields()
                .maybe(chance, 2, "customerId", chance.of(CUSTOMERS))
                .maybe(chance, 2, "leadId", chance.of(LEADS))
                .maybe(chance, 4, "channel", chance.of("direct", "email"))
                .maybe(chance, 2, "segment", chance.of("old", "young"))
                .maybe(chance, 3, "sourceList", "news");
        int count = chance.from(0, 5);
        for (int place = 0; place < count; place++) {
            event++;
            Fields fields = new Fields(who)
                    .put("campaignId", campaign)
                    .put("memberId", member)
                    .put("eventType", chance.of(TYPES))
                    .put("occurredAt", instant().plusNanos(2000L * event));
            once("campaign-events", "e-" + event, fields);
        }
    }

    private void leads() {
        for (String lead : LEADS) {
            if (chance.oneIn(8)) {
                continue;
            }
            Instant created = instant();
            Fields common = new Fields()
                    .put("createdAt", created)
                    .maybe(chance, 2, "source", chance.of("web", "fair", "referral"))
                    .maybe(chance, 3, "medium", "mail")
                    .maybe(chance, 3, "channel", "online")
                    .maybe(chance, 3, "campaignId", chance.of(CAMPAIGNS))
                    .maybe(chance, 2, "ownerId", chance.of(USERS))
                    .maybe(chance, 4, "teamId", "south")
                    .maybe(chance, 4, "territoryId", "t-1")
                    .maybe(chance, 4, "region", "west")
                    .maybe(chance, 4, "industry", "wood")
                    .maybe(chance, 4, "country", "BE")
                    .maybe(chance, 3, "lifecycleLevel", chance.of("lead", "mql", "sql"))
                    .maybe(chance, 3, "convertedCustomerId", chance.of(CUSTOMERS));
            if (chance.oneIn(3)) {
                common.put("qualifiedAt", instant());
            }
            for (String level : List.of("assignedAt", "mqlAt", "sqlAt", "salAt")) {
                if (chance.oneIn(3)) {
                    common.put(level, instant());
                }
            }
            if (chance.oneIn(8)) {
                common.put("mergedInto", chance.of(survivors(lead)));
            }
            add(leadVersions(lead, created, common));
        }
    }

    /** Leads that it may have been merged into, without a circle: some that follow, and one that nobody knows. */
    private static List<String> survivors(String lead) {
        return Stream.concat(LEADS.subList(LEADS.indexOf(lead) + 1, LEADS.size()).stream(), Stream.of("l-99"))
                .toList();
    }

    private static final List<String> STATUSES = List.of(
            "new",
            "working",
            "nurturing",
            "qualified",
            "unqualified",
            "converted",
            "lost",
            "spam",
            "test",
            "duplicate");

    private List<Pushed> leadVersions(String lead, Instant created, Fields common) {
        List<Pushed> versions = new ArrayList<>();
        List<Map<String, Object>> history = new ArrayList<>();
        boolean told = chance.oneIn(3);
        Instant at = created;
        int count = chance.from(1, 4);
        for (int place = 0; place < count; place++) {
            String status = place == count - 1 ? chance.of(STATUSES) : chance.of(STATUSES.subList(0, 5));
            history.add(new Fields().put("status", status).put("changedAt", at).map());
            Fields fields = new Fields(common).maybe(chance, 8, "status", status);
            if (told) {
                fields.put("status", status).put("statusHistory", List.copyOf(history));
            }
            versions.add(new Pushed("leads", lead, at, received, false, fields.map()));
            Instant next = at.plusSeconds(chance.from(1, 40 * 86_400));
            at = chance.oneIn(3) ? later(next) : next;
        }
        return told && chance.oneIn(2) ? List.of(versions.getLast()) : versions;
    }

    private Instant later(Instant than) {
        Instant midnight =
                than.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        return midnight;
    }

    private void calls() {
        int count = chance.from(5, 60);
        for (int call = 1; call <= count; call++) {
            once("calls", "call-" + call, new CallMaker(chance).call(instant()));
        }
    }

    /** Fields of a record, in order. */
    static final class Fields {
        private final Map<String, Object> values = new LinkedHashMap<>();

        Fields() {}

        Fields(Fields other) {
            values.putAll(other.values);
        }

        Fields put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
            return this;
        }

        /** Left out once in so many times. */
        Fields maybe(Chance chance, int times, String name, Object value) {
            return chance.oneIn(times) ? this : put(name, value);
        }

        /** What another one says of it, if anything. */
        Fields same(Fields other, String name) {
            return put(name, other.values.get(name));
        }

        Map<String, Object> map() {
            return Map.copyOf(values);
        }
    }
}
