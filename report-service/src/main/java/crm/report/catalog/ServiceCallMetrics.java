package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Condition.isNot;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.spread;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.ArrayList;
import java.util.List;

/** Metrics of how callers are served. */
public enum ServiceCallMetrics implements CatalogueEntry {
    CALLS_LOST_BEFORE_ANSWER(new Metric(
            "calls-lost-before-answer",
            "Calls lost before being answered",
            "Inbound calls that entered a queue and were ended by the caller before an agent answered.",
            "number of calls given up, short ones excluded",
            "call.queuedAt, or call.startedAt where it was not queued",
            Unit.COUNT,
            true,
            Shape.of(
                    new Single(Inbound.LOST),
                    new Companion(
                            "abandonmentRate",
                            Unit.RATIO,
                            new Ratio(Inbound.LOST, Inbound.OFFERED, "no_offered_calls")),
                    new Companion("shortAbandoned", Unit.COUNT, new Single(Inbound.SHORT))),
            List.of(
                    new Switch.Number(
                            "shortAbandonSeconds",
                            "Calls given up sooner than this are counted apart; usually 5.",
                            0,
                            600,
                            seconds -> shape -> Inbound.threshold(shape, seconds)),
                    yesNo("includeShort", "Whether calls given up at once count too.", Inbound::withShort),
                    yesNo(
                            "includeIvr",
                            "Whether calls given up in the voice menu count too.",
                            shape -> shape.over(Inbound::withMenu)),
                    choice(
                            "basis",
                            "What counts as lost.",
                            usual("abandoned", "Given up by the caller."),
                            option(
                                    "unanswered",
                                    "Every inbound call without an answer, voicemail included.",
                                    Inbound::unanswered))),
            List.of(
                    "Voicemail, overflow and a callback arranged in the queue are not losses.",
                    "A caller of whom nobody knows how long they waited has not given up at once.",
                    "abandonmentRate divides by the calls offered less those given up at once."),
            List.of("abandoned-calls"),
            "Short abandoned calls stay out, as in wfmacademy and Talkdesk's data dictionary.")),

    AVERAGE_CALL_HANDLE_TIME(new Metric(
            "average-call-handle-time",
            "Average call handling time",
            "Average of talking, holding and work after the call, over the calls handled in the period.",
            "sum of (talk + hold + work after the call) / handled calls",
            "end of the work after the call, or of the call",
            Unit.SECONDS,
            false,
            Shape.of(
                    new Mean(Handling.ALL, "no_handled_calls"),
                    new Companion("talk", Unit.SECONDS, new Mean(Handling.TALK, "no_handled_calls")),
                    new Companion("hold", Unit.SECONDS, new Mean(Handling.HOLD, "no_handled_calls")),
                    new Companion("acw", Unit.SECONDS, new Mean(Handling.WRAP, "no_handled_calls"))),
            List.of(
                    new Switch.Members(
                            "components",
                            "Which parts are added up; usually all.",
                            List.of("talk", "hold", "acw"),
                            parts -> shape -> Handling.of(shape, parts)),
                    yesNo("includeDialing", "Whether dialling time is added.", Handling::withDialing),
                    Handling.only("direction", "Calls of which direction.", "inbound", "outbound"),
                    Handling.only("purpose", "Calls of which purpose.", "sales", "service", "other")),
            List.of(
                    "Only answered calls are handled.",
                    "talkIncludesHold prevents that holding counts twice where a system folds it into talking."),
            List.of("average-handle-time", "aht"),
            "Genesys, average handle time: talk, hold and after-call work, stamped when that work ends."));

    private final Metric metric;

    ServiceCallMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over inbound calls. */
    private static final class Inbound {
        private static final int SHORT_SECONDS = 5;
        private static final At OFFERED_AT = new At("offered_at");
        private static final Condition WAITED = waited(SHORT_SECONDS);
        private static final Condition HURRIED = new Condition.Below("wait_seconds", SHORT_SECONDS);
        private static final Condition GAVE_UP = is("abandoned_in", "queue", "ringing");
        private static final Condition NOT_IN_MENU = isNot("abandoned_in", "ivr");
        private static final Condition STAYED = stayed(WAITED);
        static final Measure LOST =
                count("calls_lost", CallFacts.OFFERED_CALLS, OFFERED_AT, CallFacts.PLACED, GAVE_UP, WAITED);
        static final Measure SHORT =
                count("calls_short_abandoned", CallFacts.OFFERED_CALLS, OFFERED_AT, CallFacts.PLACED, GAVE_UP, HURRIED);
        static final Measure OFFERED =
                count("calls_offered", CallFacts.OFFERED_CALLS, OFFERED_AT, CallFacts.PLACED, NOT_IN_MENU, STAYED);

        static Shape threshold(Shape shape, int seconds) {
            Condition waited = waited(seconds);
            return shape.over(measure -> replaced(
                    replaced(replaced(measure, WAITED, waited), HURRIED, new Condition.Below("wait_seconds", seconds)),
                    STAYED,
                    stayed(waited)));
        }

        /** Where nobody knows how long a caller waited, it was not short. */
        private static Condition waited(int seconds) {
            return new Condition.Either(
                    List.of(new Condition.Absent("wait_seconds"), new Condition.AtLeast("wait_seconds", seconds)));
        }

        private static Condition stayed(Condition waited) {
            return new Condition.Either(List.of(new Condition.Absent("abandoned_in"), waited));
        }

        /** The same conditions without the one on waiting: short calls are those with the lower threshold of 0. */
        static Shape withShort(Shape shape) {
            return new Shape(
                    shape.formula().over(Inbound::withoutThreshold),
                    shape.companions().stream()
                            .map(each -> each.name().equals("abandonmentRate")
                                    ? new Companion(
                                            each.name(),
                                            each.unit(),
                                            each.formula().over(Inbound::withoutThreshold))
                                    : each)
                            .toList());
        }

        private static Measure withoutThreshold(Measure measure) {
            Measure kept = measure.named(measure.name() + "_and_short");
            for (Condition condition : measure.conditions()) {
                kept = condition instanceof Condition.Either ? kept.without(condition) : kept;
            }
            return kept;
        }

        static Measure withMenu(Measure measure) {
            return replaced(measure, GAVE_UP, is("abandoned_in", "queue", "ringing", "ivr"))
                    .without(NOT_IN_MENU);
        }

        static Shape unanswered(Shape shape) {
            Measure unanswered = count(
                    "calls_unanswered",
                    CallFacts.OFFERED_CALLS,
                    OFFERED_AT,
                    new Condition.Absent("answered_at"),
                    isNot("outcome", "connected"),
                    CallFacts.PLACED);
            return shape.with(new Single(unanswered));
        }

        private static Measure replaced(Measure measure, Condition old, Condition fresh) {
            return measure.conditions().contains(old) ? measure.without(old).when(fresh) : measure;
        }
    }

    /** Measures over the time that handling took. */
    private static final class Handling {
        private static final At HANDLED_AT = new At("handled_at");
        static final Measure ALL = spread("handle_seconds", CallFacts.CALLS, HANDLED_AT, "handle_seconds");
        static final Measure TALK = parts("talk_seconds_spent", List.of("pure_talk_seconds"));
        static final Measure HOLD = parts("hold_seconds_spent", List.of("hold_seconds"));
        static final Measure WRAP = parts("wrap_seconds_spent", List.of("wrap_seconds"));

        private static Measure parts(String name, List<String> columns) {
            return new Measure(
                    name,
                    CallFacts.CALLS,
                    HANDLED_AT,
                    new Aggregate.Spread(columns, Aggregate.Missing.ZERO),
                    List.of());
        }

        static Shape of(Shape shape, List<String> parts) {
            List<String> columns = new ArrayList<>();
            for (String part : parts) {
                columns.add(
                        switch (part) {
                            case "talk" -> "pure_talk_seconds";
                            case "hold" -> "hold_seconds";
                            case "acw" -> "wrap_seconds";
                            default -> throw new IllegalArgumentException("not a part of handling: " + part);
                        });
            }
            return shape.with(new Mean(parts("handle_seconds", columns), "no_handled_calls"));
        }

        static Shape withDialing(Shape shape) {
            Measure measure = shape.formula().measures().getFirst();
            List<String> columns = new ArrayList<>(((Aggregate.Spread) measure.aggregate()).columns());
            columns.add("dial_seconds");
            return shape.with(
                    new Mean(measure.of(new Aggregate.Spread(columns, Aggregate.Missing.ZERO)), "no_handled_calls"));
        }

        /** A call that names no purpose has the purpose other. */
        private static Condition isOrIsMissing(String column, String member) {
            return member.equals("other")
                    ? new Condition.Either(List.of(is(column, member), new Condition.Absent(column)))
                    : is(column, member);
        }

        static Switch only(String column, String description, String... members) {
            List<Switch.Option> options = new ArrayList<>(List.of(usual("any", "Any.")));
            for (String member : members) {
                options.add(option(
                        member,
                        "Only " + member + ".",
                        shape -> shape.over(measure -> measure.when(isOrIsMissing(column, member)))));
            }
            return new Switch.Choice(column, description, options);
        }
    }
}
