package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random interactions of service, and what service cost beside them. */
final class ServingMaker {

    private final Chance chance;
    private final Supplier<Instant> instants;

    ServingMaker(Chance chance, Supplier<Instant> instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<Made> records() {
        List<Made> records = new ArrayList<>();
        int interactions = chance.from(0, 30);
        for (int number = 1; number <= interactions; number++) {
            records.add(new Made("service-interactions", "si-" + number, interaction()));
        }
        int costs = chance.from(0, 4);
        for (int number = 1; number <= costs; number++) {
            LocalDate first = LocalDate.parse("2023-12-20").plusDays(chance.below(110));
            records.add(new Made(
                    "service-costs",
                    "sp-" + number,
                    new Fields()
                            .put("from", first.toString())
                            .put("to", first.plusDays(chance.of(0, 1, 30, 90)).toString())
                            .put("amount", BigDecimal.valueOf(chance.below(900_000), 2))
                            .maybe(chance, 2, "currency", chance.of("EUR", "USD"))
                            .maybe(chance, 2, "teamId", chance.of(Worlds.TEAMS))));
        }
        return records;
    }

    private Fields interaction() {
        Instant ended = instants.get();
        Fields fields = new Fields()
                .put("channel", chance.of("call", "email", "visit"))
                .put("endedAt", ended)
                .maybe(chance, 3, "startedAt", ended.minusSeconds(chance.below(9_000) - 60))
                .maybe(chance, 2, "minutes", BigDecimal.valueOf(chance.below(1_200), 1))
                .maybe(chance, 4, "agentId", chance.of(Worlds.USERS))
                .maybe(chance, 2, "caseId", "s-" + chance.from(1, 8))
                .maybe(chance, 3, "queueId", chance.of("help", "sales"))
                .maybe(chance, 3, "topic", "bill")
                .maybe(chance, 3, "productId", chance.of("prod-1", "prod-2"))
                .maybe(chance, 3, "customerId", chance.of(Worlds.CUSTOMERS))
                .maybe(chance, 2, "currency", chance.of("EUR", "USD"));
        if (chance.oneIn(3)) {
            fields.put("cost", BigDecimal.valueOf(chance.below(5_000), 2));
        }
        if (chance.oneIn(4)) {
            fields.put("teamId", chance.of(Worlds.TEAMS));
        }
        return fields;
    }
}
