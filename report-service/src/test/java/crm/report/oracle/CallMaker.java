package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import java.math.BigDecimal;
import java.time.Instant;

/** Random telephone calls: sales and service, answered, given up, passed on. */
final class CallMaker {

    private final Chance chance;

    CallMaker(Chance chance) {
        this.chance = chance;
    }

    Fields call(Instant started) {
        boolean inbound = chance.oneIn(2);
        Fields call = new Fields()
                .put("direction", inbound ? "inbound" : "outbound")
                .maybe(chance, 8, "purpose", chance.of("sales", "sales", "service", "other"))
                .put("startedAt", started)
                .maybe(chance, 4, "agentId", chance.of(Worlds.USERS))
                .maybe(chance, 2, "teamId", "east")
                .maybe(chance, 2, "queueId", chance.of("help", "sales"))
                .maybe(chance, 2, "customerId", chance.of(Worlds.CUSTOMERS))
                .maybe(chance, 2, "dealId", "d-" + chance.from(1, 26))
                .maybe(chance, 3, "caseId", "s-" + chance.from(1, 12))
                .maybe(chance, 3, "isCallback", chance.oneIn(4))
                .maybe(chance, 3, "topic", chance.of("contract", "bill"))
                .maybe(chance, 3, "source", chance.of("pbx-1", "pbx-2"))
                .maybe(chance, 3, "campaignId", chance.of(Worlds.CAMPAIGNS));
        if (chance.oneIn(4)) {
            call.put("callbackRequestId", "cb-" + chance.from(1, 15));
        }
        if (chance.oneIn(3)) {
            call.put("leadId", chance.of(Worlds.LEADS));
        }
        if (chance.oneIn(5)) {
            call.put("movedLifecycleTo", "sql");
        }
        if (chance.oneIn(6)) {
            call.put("inReplyToCallId", "call-1");
        }
        if (chance.oneIn(8)) {
            call.put("status", chance.of("done", "scheduled", "cancelled"));
        }
        Instant queued = started.plusMillis(chance.below(4000));
        if (inbound && !chance.oneIn(4)) {
            call.put("queuedAt", queued);
        } else {
            queued = started;
        }
        return chance.oneIn(2) ? answered(call, inbound, queued) : unanswered(call, inbound, queued);
    }

    private Fields answered(Fields call, boolean inbound, Instant queued) {
        Instant answered = queued.plusSeconds(chance.below(30));
        Instant ended = answered.plusSeconds(chance.below(600));
        boolean timed = !chance.oneIn(6);
        if (timed) {
            call.put("answeredAt", answered);
        }
        if (!timed || chance.oneIn(2)) {
            call.put("outcome", "connected");
        }
        call.maybe(chance, 6, "endedAt", ended);
        if (chance.oneIn(4)) {
            call.put("wrappedUpAt", ended.plusSeconds(chance.below(100)));
        }
        call.maybe(chance, 4, "talkSeconds", new BigDecimal(chance.from(60, 500)));
        call.maybe(chance, 3, "holdSeconds", new BigDecimal(chance.of("0", "12.5", "30")));
        call.maybe(chance, 3, "wrapSeconds", new BigDecimal(chance.of("0", "45", "60.25")));
        call.maybe(chance, 2, "talkIncludesHold", chance.oneIn(2));
        if (!inbound) {
            call.maybe(chance, 2, "dialSeconds", new BigDecimal(chance.from(1, 20)));
        }
        return call;
    }

    private Fields unanswered(Fields call, boolean inbound, Instant queued) {
        call.maybe(chance, 8, "endedAt", queued.plusMillis(chance.of(0, 4999, 5000, 5001, 9000, 30_000, 90_000)));
        if (inbound) {
            call.maybe(chance, 5, "endedBy", chance.of("caller", "caller", "agent", "system"));
            call.maybe(chance, 3, "abandonStage", chance.of("queue", "ivr", "ringing"));
        }
        return call.maybe(
                chance,
                2,
                "outcome",
                chance.of("no_answer", "no_answer", "voicemail", "busy", "overflow", "callback", "failed"));
    }
}
