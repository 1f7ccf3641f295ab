package crm.report.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out when a call was offered, how long its caller waited and how long handling it took. */
final class CallTimes {

    private static final Set<String> NOT_LOST = Set.of("voicemail", "overflow", "callback", "connected");

    private CallTimes() {}

    static void complete(TableRow call) {
        boolean inbound = "inbound".equals(call.text("direction"));
        Instant started = call.moment("started_at");
        Instant queued = call.moment("queued_at");
        Instant answered = call.moment("answered_at");
        Instant ended = call.moment("ended_at");
        Instant offered = inbound ? either(queued, started) : null;
        call.putMoment("offered_at", offered);
        Instant waitEnded = either(answered, ended);
        Instant waitBegan = either(queued, offered);
        if (waitEnded != null && waitBegan != null) {
            call.put("wait_seconds", seconds(waitBegan, waitEnded));
        }
        if (isAnswered(call)) {
            handled(call, answered, ended);
        } else if (inbound && isGivenUp(call)) {
            String stage = call.text("abandon_stage");
            call.put("abandoned_in", stage == null ? "queue" : stage);
        }
    }

    private static boolean isAnswered(TableRow call) {
        return call.value("answered_at") != null
                || "connected".equals(call.text("outcome"))
                || number(call, "talk_seconds") > 0;
    }

    private static boolean isGivenUp(TableRow call) {
        String endedBy = call.text("ended_by");
        String outcome = call.text("outcome");
        return (endedBy == null || endedBy.equals("caller")) && (outcome == null || !NOT_LOST.contains(outcome));
    }

    private static void handled(TableRow call, @Nullable Instant answered, @Nullable Instant ended) {
        double hold = number(call, "hold_seconds");
        double wrap = wrapSeconds(call, ended);
        boolean holdInTalk = Boolean.TRUE.equals(call.value("talk_includes_hold"));
        double given = number(call, "talk_seconds");
        double talkWithHold;
        if (call.value("talk_seconds") != null) {
            talkWithHold = holdInTalk ? given : given + hold;
        } else {
            talkWithHold = answered == null || ended == null ? hold : Math.max(hold, seconds(answered, ended));
        }
        call.put("pure_talk_seconds", Math.max(0, talkWithHold - hold));
        call.put("handle_seconds", talkWithHold + wrap);
        call.put("wrap_seconds", BigDecimal.valueOf(wrap).setScale(4, RoundingMode.HALF_EVEN));
        call.putMoment("handled_at", handledAt(call, answered, ended, talkWithHold, wrap));
    }

    private static double wrapSeconds(TableRow call, @Nullable Instant ended) {
        Instant wrappedUp = call.moment("wrapped_up_at");
        if (call.value("wrap_seconds") == null && wrappedUp != null && ended != null) {
            return Math.max(0, seconds(ended, wrappedUp));
        }
        return number(call, "wrap_seconds");
    }

    private static @Nullable Instant handledAt(
            TableRow call, @Nullable Instant answered, @Nullable Instant ended, double talkWithHold, double wrap) {
        Instant wrappedUp = call.moment("wrapped_up_at");
        if (wrappedUp != null) {
            return wrappedUp;
        }
        if (ended != null) {
            return later(ended, wrap);
        }
        Instant began = either(answered, call.moment("started_at"));
        return began == null ? null : later(began, talkWithHold + wrap);
    }

    private static @Nullable Instant either(@Nullable Instant one, @Nullable Instant other) {
        return one != null ? one : other;
    }

    private static Instant later(Instant moment, double seconds) {
        return moment.plusNanos(Math.round(seconds * 1e6) * 1000);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static double number(TableRow call, String column) {
        return call.value(column) instanceof BigDecimal decimal ? decimal.doubleValue() : 0;
    }
}
