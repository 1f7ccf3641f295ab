package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random activities about leads, and random opinions of customers. */
final class AnsweringMaker {

    private final Chance chance;
    private final Supplier<Instant> instants;

    AnsweringMaker(Chance chance, Supplier<Instant> instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<Made> records() {
        List<Made> records = new ArrayList<>();
        int activities = chance.from(0, 25);
        for (int number = 1; number <= activities; number++) {
            records.add(new Made("activities", "a-" + number, activity()));
        }
        int opinions = chance.from(0, 20);
        for (int number = 1; number <= opinions; number++) {
            records.add(new Made("satisfaction-responses", "sr-" + number, opinion()));
        }
        return records;
    }

    private Fields activity() {
        Fields fields = new Fields()
                .put("type", chance.of("call", "email", "meeting", "visit", "task", "note", "text"))
                .maybe(chance, 6, "doneAt", instants.get())
                .maybe(chance, 3, "ownerId", chance.of(Worlds.USERS))
                .maybe(chance, 3, "purpose", "sales")
                .maybe(chance, 3, "outcome", chance.of("interested", "no_answer", "come_back", "other"))
                .maybe(chance, 2, "customerId", chance.of(Worlds.CUSTOMERS))
                .maybe(chance, 2, "dealId", "d-" + chance.from(1, 26))
                .maybe(chance, 3, "campaignId", chance.of(Worlds.CAMPAIGNS))
                .maybe(chance, 2, "direction", chance.of("outbound", "outbound", "inbound"));
        if (chance.oneIn(2)) {
            fields.put("leadId", chance.of(Worlds.LEADS));
        } else {
            fields.put("regardingType", chance.of("lead", "lead", "deal")).put("regardingId", chance.of(Worlds.LEADS));
        }
        if (chance.oneIn(5)) {
            fields.put("status", chance.of("done", "scheduled", "cancelled"));
        }
        if (chance.oneIn(4)) {
            fields.put("callId", "call-" + chance.from(1, 80));
        }
        return fields;
    }

    private Fields opinion() {
        Fields fields = new Fields()
                .put("kind", chance.of("csat", "nps", "ces"))
                .put("score", new BigDecimal(chance.below(6)))
                .put("occurredAt", instants.get())
                .maybe(chance, 3, "agentId", chance.of(Worlds.USERS))
                .maybe(chance, 3, "customerId", chance.of(Worlds.CUSTOMERS))
                .maybe(chance, 3, "caseId", "s-" + chance.from(1, 8));
        if (chance.oneIn(2)) {
            fields.put("scale", new BigDecimal(chance.of("5", "6", "10")));
        }
        if (chance.oneIn(4)) {
            fields.put("teamId", chance.of(Worlds.TEAMS));
        }
        return fields;
    }
}
