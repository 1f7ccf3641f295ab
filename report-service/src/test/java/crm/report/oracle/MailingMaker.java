package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random comings and goings on mailing lists, often in the same instant and often for nothing. */
final class MailingMaker {

    private final Chance chance;
    private final Supplier<Instant> instants;

    MailingMaker(Chance chance, Supplier<Instant> instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<Made> records() {
        List<Made> records = new ArrayList<>();
        if (!chance.oneIn(3)) {
            records.add(new Made("mailing-lists", "news", new Fields().put("name", "News")));
        }
        List<Instant> busy = List.of(instants.get(), instants.get(), instants.get());
        int count = chance.from(0, 60);
        for (int event = 1; event <= count; event++) {
            records.add(new Made(
                    "subscription-events",
                    "se-" + event,
                    new Fields()
                            .put("listId", chance.of("news", "news", "offers"))
                            .put("addressHash", "a-" + chance.from(1, 6))
                            .put(
                                    "kind",
                                    chance.of(
                                            "subscribed",
                                            "subscribed",
                                            "subscribed",
                                            "unsubscribed",
                                            "bounced",
                                            "complained",
                                            "removed"))
                            .put("occurredAt", chance.oneIn(3) ? chance.of(busy) : instants.get())
                            .maybe(chance, 2, "source", chance.of("form", "fair"))
                            .maybe(chance, 3, "campaignId", chance.of(Worlds.CAMPAIGNS))
                            .maybe(chance, 3, "form", chance.of("footer", "popup"))
                            .maybe(chance, 3, "country", chance.of("BE", "NL"))));
        }
        return records;
    }
}
