package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Condition.isNot;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.distinct;
import static crm.engine.model.Measure.spread;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.PerDay;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of service calls and callbacks. */
public enum CallCentreMetrics implements CatalogueEntry {
    AVERAGE_SERVICE_CALLS_PER_DAY(new Metric(
            "average-service-calls-per-day",
            "Average number of service calls per day",
            "Service calls handled in the period by the days of the period.",
            "(answered inbound service calls + outbound service calls) / days",
            "call.startedAt",
            Unit.DECIMAL,
            false,
            Shape.of(new PerDay(Calls.HANDLED, "no_day_elapsed")),
            List.of(
                    choice(
                            "include",
                            "Which calls are counted.",
                            usual("handled", "Answered inbound calls, and outbound calls."),
                            option(
                                    "offered",
                                    "Inbound calls that nobody answered, too.",
                                    shape -> shape.over(measure -> measure.without(Calls.OURS_OR_ANSWERED)))),
                    choice(
                            "per",
                            "By which days is divided.",
                            usual("calendar-day", "By all days of the period."),
                            option(
                                    "agent-day",
                                    "By the days on which an agent handled at least one call, for each agent.",
                                    shape -> shape.with(new Ratio(
                                            shape.formula()
                                                    .measures()
                                                    .getFirst()
                                                    .when(Calls.BY_AGENT),
                                            Calls.AGENT_DAYS,
                                            "no_agent_days"))))),
            List.of(
                    "While the period is running only that part of it counts that is over, to the second.",
                    "A day is a day whether it has 23, 24 or 25 hours.",
                    "By weekday and hour, too, all days of the period divide.",
                    "Per agent-day only calls count whose agent is known.",
                    Calls.AT_EVENT,
                    "Calls that were only scheduled, or cancelled, do not count."),
            List.of("service-calls-per-day", "calls-per-agent-day"),
            "The seeds' calls handled per agent per day are per=agent-day.")),

    CUSTOMER_CALLBACKS(new Metric(
            "customer-callbacks",
            "Number of customer callbacks",
            "Calls in which we called a customer back, several attempts at one request counted once.",
            "number of different callbacks",
            "call.startedAt",
            Unit.COUNT,
            false,
            Shape.of(
                    new Single(Callbacks.MADE),
                    new Companion("requested", Unit.COUNT, new Single(Callbacks.REQUESTED)),
                    new Companion("fulfilled", Unit.COUNT, new Single(Callbacks.FULFILLED)),
                    new Companion("missed", Unit.COUNT, new Single(Callbacks.MISSED)),
                    new Companion(
                            "callbacksPerCase",
                            Unit.DECIMAL,
                            new Ratio(Callbacks.ON_CASES, Callbacks.CASES, "no_cases_called_back")),
                    new Companion("averageDelay", Unit.SECONDS, new Mean(Callbacks.DELAY, "no_fulfilled_requests"))),
            List.of(
                    choice(
                            "basis",
                            "What is counted.",
                            usual("made", "Callbacks that were made."),
                            option(
                                    "requested",
                                    "Requests to be called back, by when they were made.",
                                    shape -> shape.with(new Single(Callbacks.REQUESTED))),
                            option(
                                    "repeat-contacts",
                                    "Inbound calls of a customer who called about the same case not long before.",
                                    shape -> shape.with(new Single(Callbacks.repeated(Callbacks.USUAL_DAYS))))),
                    yesNo(
                            "countAttempts",
                            "Whether each attempt counts.",
                            shape -> new Shape(
                                    shape.formula()
                                            .over(measure -> measure.equals(Callbacks.MADE)
                                                    ? measure.of(new Aggregate.Count())
                                                            .named("callback_attempts")
                                                    : measure),
                                    shape.companions())),
                    new Switch.Number(
                            "days",
                            "How many days not long before is, with basis=repeat-contacts; usually 7.",
                            1,
                            365,
                            days -> shape -> new Shape(
                                    shape.formula()
                                            .over(measure -> measure.name().equals(Callbacks.REPEATED)
                                                    ? Callbacks.repeated(days)
                                                    : measure),
                                    shape.companions()))),
            List.of(
                    "A callback is an outbound call that is marked as one, names a request or an earlier call, or is"
                            + " about a case that existed before.",
                    Calls.AT_EVENT,
                    "requested, fulfilled, missed and averageDelay are of the requests made in the period.",
                    "A request is fulfilled when it says so, else when the call that it names began, else when the"
                            + " first answered call that names it began.",
                    "A request is missed when its promised time passes without a call; one cancelled before is not."),
            List.of("callbacks", "number-of-customer-callbacks"),
            "Genesys callback summary; repeat calls within a chosen window (everyexperiencecounts)."));

    private final Metric metric;

    CallCentreMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over service calls. */
    private static final class Calls {
        static final String AT_EVENT =
                "Owner and team are those of the time of the call or request; attribution=current takes the agent's"
                        + " present team.";
        static final Condition OURS_OR_ANSWERED =
                new Condition.Either(List.of(is("direction", "outbound"), new Condition.Present("handled_at")));
        static final Condition BY_AGENT = new Condition.Present("agent_id");
        static final Measure HANDLED = count(
                "service_calls",
                CallCentreFacts.CALLS,
                new At("started_at"),
                is("purpose", "service"),
                isNot("status", "scheduled", "cancelled"),
                OURS_OR_ANSWERED);
        static final Measure AGENT_DAYS = HANDLED.when(BY_AGENT)
                .of(new Aggregate.Distinct(List.of("agent_id"), true))
                .named("agent_days");
    }

    /** Measures over callbacks and over requests for them. */
    private static final class Callbacks {
        static final String REPEATED = "repeat_contacts";
        static final int USUAL_DAYS = 7;
        private static final long MICROSECONDS_A_DAY = 86_400_000_000L;
        private static final At STARTED = new At("started_at");
        private static final At ASKED = new At("requested_at");
        private static final Condition ON_A_CASE = new Condition.Present("case_id");
        static final Measure MADE = distinct("callbacks_made", CallCentreFacts.CALLBACKS, STARTED, "callback");
        static final Measure ON_CASES = MADE.when(ON_A_CASE).named("callbacks_on_cases");
        static final Measure CASES = distinct("cases_called_back", CallCentreFacts.CALLBACKS, STARTED, "case_id");
        static final Measure REQUESTED = count("callbacks_requested", CallCentreFacts.REQUESTS, ASKED);
        static final Measure FULFILLED =
                REQUESTED.when(new Condition.Present("done_at")).named("callbacks_fulfilled");
        static final Measure MISSED = REQUESTED
                .when(new Condition.IsTrue("is_late"))
                .when(new Condition.Over("promised_at"))
                .named("callbacks_missed");
        static final Measure DELAY = spread("callback_delay", CallCentreFacts.REQUESTS, ASKED, "delay_seconds");

        static Measure repeated(int days) {
            return count(
                    REPEATED,
                    CallCentreFacts.REPEATS,
                    STARTED,
                    new Condition.Below("since_previous", days * MICROSECONDS_A_DAY + 1));
        }
    }
}
