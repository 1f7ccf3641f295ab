package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random visits to a web site: with and without a record of their own, with pauses of half an hour, robots among them. */
final class WebMaker {

    private static final List<String> PAGES = List.of("/", "/roofs", "/walls", "/thanks");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final Chance chance;
    private final Supplier<Instant> instants;
    private final List<Made> records = new ArrayList<>();

    WebMaker(Chance chance, Supplier<Instant> instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<Made> records() {
        if (chance.oneIn(4)) {
            records.add(new Made("web-goals", "quote", new Fields().put("name", "Quote")));
        }
        int sessions = chance.from(0, 25);
        for (int session = 1; session <= sessions; session++) {
            session("w-" + session);
        }
        return records;
    }

    private void session(String id) {
        Instant at = instants.get();
        if (!chance.oneIn(4)) {
            record(id, at);
        }
        int steps = chance.from(0, 5);
        for (int step = 1; step <= steps; step++) {
            String name = id + "-" + step;
            if (chance.oneIn(4)) {
                records.add(new Made(
                        "goal-completions",
                        name,
                        new Fields()
                                .put("goalId", chance.of("quote", "quote", "newsletter"))
                                .put("sessionId", id)
                                .put("occurredAt", at)));
            } else {
                records.add(new Made("page-views", name, view(id, at)));
            }
            at = at.plus(
                    switch (chance.below(6)) {
                        case 0 -> HALF_AN_HOUR;
                        case 1 -> HALF_AN_HOUR.plusNanos(1_000);
                        case 2 -> HALF_AN_HOUR.minusNanos(1_000);
                        case 3 -> Duration.ZERO;
                        case 4 -> Duration.ofHours(chance.below(30));
                        default -> Duration.ofMillis(chance.below(600_000));
                    });
        }
    }

    private Fields view(String session, Instant at) {
        return new Fields()
                .put("sessionId", session)
                .put("occurredAt", at)
                .maybe(chance, 5, "path", chance.of(PAGES))
                .maybe(chance, 3, "url", "https://shop.example" + chance.of(PAGES))
                .maybe(chance, 2, "section", chance.of("shop", "blog"))
                .maybe(chance, 2, "visitorId", chance.of("v-1", "v-2", "v-3"))
                .maybe(chance, 2, "engagementMilliseconds", new BigDecimal(chance.below(90_000)));
    }

    private void record(String id, Instant at) {
        Fields fields = new Fields()
                .put("startedAt", chance.oneIn(3) ? at.minusSeconds(chance.below(3_000)) : at)
                .maybe(chance, 2, "visitorId", chance.of("v-1", "v-2", "v-3"))
                .maybe(chance, 3, "source", chance.of("mail", "search"))
                .maybe(chance, 3, "utmSource", chance.of("mail", "search"))
                .maybe(chance, 3, "medium", "cpc")
                .maybe(chance, 3, "utmMedium", "email")
                .maybe(chance, 3, "campaignId", chance.of(Worlds.CAMPAIGNS))
                .maybe(chance, 3, "utmCampaign", "spring")
                .maybe(chance, 3, "device", chance.of("mobile", "desktop"))
                .maybe(chance, 3, "country", chance.of("BE", "NL"))
                .maybe(chance, 2, "landingPage", chance.of(PAGES))
                .maybe(chance, 2, "engagementMilliseconds", new BigDecimal(chance.below(90_000)));
        if (chance.oneIn(3)) {
            fields.put(chance.of("contactId", "leadId", "customerId"), "someone");
        }
        if (chance.oneIn(3)) {
            fields.put("endedAt", at.plusSeconds(chance.below(7_200)));
        }
        if (chance.oneIn(6)) {
            fields.put(chance.of("isBot", "isInternal"), chance.oneIn(2));
        }
        records.add(new Made("web-sessions", id, fields));
    }
}
