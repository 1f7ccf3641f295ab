package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random promises to customers, and their requests to be called back. */
final class ServiceMaker {

    private final Chance chance;
    private final Supplier<Instant> instants;

    ServiceMaker(Chance chance, Supplier<Instant> instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<Made> requests() {
        List<Made> requests = new ArrayList<>();
        int count = chance.from(0, 12);
        for (int request = 1; request <= count; request++) {
            Instant asked = instants.get();
            Fields fields = new Fields()
                    .put("requestedAt", asked)
                    .maybe(chance, 3, "promisedAt", asked.plusSeconds(chance.below(900_000)))
                    .maybe(chance, 2, "customerId", chance.of(Worlds.CUSTOMERS))
                    .maybe(chance, 2, "caseId", "s-" + chance.from(1, 8))
                    .maybe(chance, 3, "queueId", chance.of("help", "sales"))
                    .maybe(chance, 3, "topic", "bill")
                    .maybe(chance, 2, "agentId", chance.of(Worlds.USERS))
                    .maybe(chance, 2, "fulfilledCallId", "call-" + chance.from(1, 20));
            if (chance.oneIn(4)) {
                fields.put("fulfilledAt", asked.plusSeconds(chance.below(900_000)));
            }
            if (chance.oneIn(4)) {
                fields.put("cancelledAt", asked.plusSeconds(chance.below(900_000)));
            }
            if (chance.oneIn(4)) {
                fields.put("teamId", "east");
            }
            requests.add(new Made("callback-requests", "cb-" + request, fields));
        }
        return requests;
    }

    List<Made> targets() {
        List<Made> targets = new ArrayList<>();
        int count = chance.from(0, 30);
        for (int target = 1; target <= count; target++) {
            Instant started = instants.get();
            Instant due = chance.oneIn(3) ? instants.get() : started.plusSeconds(chance.below(2_000_000));
            Fields fields = new Fields()
                    .put("caseId", "s-" + chance.from(1, 12))
                    .put("kind", chance.of("first_reply", "next_reply", "resolution"))
                    .put("startedAt", started)
                    .put("dueAt", due)
                    .maybe(chance, 2, "policyId", chance.of("gold", "silver"))
                    .maybe(chance, 2, "agentId", chance.of(Worlds.USERS));
            switch (chance.below(5)) {
                case 0 -> fields.put("fulfilledAt", due);
                case 1 -> fields.put("fulfilledAt", due.plusNanos(1_000));
                case 2 -> fields.put("fulfilledAt", instants.get());
                default -> {}
            }
            if (chance.oneIn(6)) {
                fields.put("cancelledAt", chance.oneIn(3) ? due : instants.get());
            }
            if (chance.oneIn(4)) {
                fields.put("teamId", "east");
            }
            targets.add(new Made("sla-targets", "t-" + target, fields));
        }
        return targets;
    }
}
