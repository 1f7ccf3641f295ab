package crm.report.catalog;

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
import crm.engine.model.Formula.MeanAge;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Lasting;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of service cases. */
public enum CaseMetrics implements CatalogueEntry {
    CASES_HANDLED(new Metric(
            "cases-handled",
            "Number of cases handled",
            "Cases on which somebody of us did something in the period.",
            "number of different cases with an action",
            "caseEvent.occurredAt",
            Unit.COUNT,
            false,
            Shape.of(
                    new Single(Cases.HANDLED),
                    new Companion("created", Unit.COUNT, new Single(Cases.CREATED)),
                    new Companion("resolved", Unit.COUNT, new Single(Cases.RESOLVED)),
                    new Companion("closed", Unit.COUNT, new Single(Cases.CLOSED)),
                    new Companion("backlog", Unit.COUNT, new Single(Cases.BACKLOG))),
            List.of(choice(
                    "basis",
                    "What must have happened to a case.",
                    usual("handled", "An agent did something on it."),
                    option("created", "It was opened.", shape -> shape.with(new Single(Cases.CREATED))),
                    option(
                            "resolved",
                            "It was resolved, and still is.",
                            shape -> shape.with(new Single(Cases.RESOLVED))),
                    option("closed", "It was closed, and still is.", shape -> shape.with(new Single(Cases.CLOSED))))),
            List.of(
                    "Actions are replies, notes, answered calls, reassignments, changes of status and resolutions.",
                    Cases.AT_EVENT,
                    "A case handled by several counts once in total and once for each of them.",
                    "A resolution that nobody is known to have made is the owner's.",
                    Cases.LEFT_OUT,
                    "backlog is what was neither resolved nor closed at the end of the period."),
            List.of("handled-cases", "number-of-cases-handled"),
            "Requests received and answers given (Kontur); closed versus replied tickets (Redo).")),

    SAME_DAY_CLOSED_CASES(new Metric(
            "same-day-closed-cases",
            "Number of cases closed the same day",
            "Cases whose closing falls on the day on which they were created.",
            "number of cases closed on the day of their creation",
            "case.closedAt",
            Unit.COUNT,
            true,
            Shape.of(
                    new Single(SameDay.CALENDAR),
                    new Companion("sameDayRate", Unit.RATIO, new Ratio(SameDay.CALENDAR, Cases.CLOSED, SameDay.NONE))),
            List.of(choice(
                    "basis",
                    "What is the same day.",
                    usual("calendar-day", "The day of the calendar."),
                    option(
                            "business-day",
                            "The day of service: what comes in after its hours belongs to the next.",
                            shape -> SameDay.by("same_business_day", shape)),
                    option(
                            "next-business-day",
                            "The day of service, or the one after it.",
                            shape -> SameDay.by("by_next_business_day", shape)))),
            List.of(
                    "Days are those of the zone of the case's service hours, else of the tenant's.",
                    "Only the closing that still stands counts.",
                    Cases.AT_EVENT,
                    "By days of service only cases count that service hours are known for, in the rate too.",
                    Cases.LEFT_OUT),
            List.of("same-day-closures"),
            "HDI, same day and next day resolution.")),

    AVERAGE_TIME_TO_RESOLUTION(new Metric(
            "average-time-to-resolution",
            "Average time to resolution",
            "Average time from creation to resolution, over the cases resolved in the period.",
            "sum of (resolved - created) / resolved cases",
            "case.resolvedAt",
            Unit.HOURS,
            false,
            Resolution.by(Resolution.LAST, Resolution.NONE),
            List.of(
                    choice(
                            "resolution",
                            "Which resolution of a case that was reopened.",
                            usual("last", "The last, if it still stands."),
                            option(
                                    "first",
                                    "The first, whether it stood or not.",
                                    shape -> Resolution.by(Resolution.FIRST, Resolution.NONE))),
                    Resolution.clock()),
            Resolution.rules(
                    "A case that was closed without being resolved was resolved by that.",
                    "The time in which a case seemed resolved before it was reopened counts too."),
            List.of("time-to-resolution", "mean-time-to-resolve", "mttr"),
            "Zendesk native duration metrics: first and full resolution, calendar and business hours.")),

    COMPLAINT_TIME_TO_RESOLUTION(new Metric(
            "complaint-time-to-resolution",
            "Complaint time to resolution",
            "Average time from receipt to resolution, over the complaints resolved in the period.",
            "sum of (resolved - received) / resolved complaints",
            "case.resolvedAt",
            Unit.HOURS,
            false,
            Resolution.by(Resolution.COMPLAINT, "no_resolved_complaints"),
            List.of(
                    Resolution.clock(),
                    yesNo(
                            "openAge",
                            "Whether the average age of open complaints is told too.",
                            shape -> shape.and(new Companion(
                                    "openAge",
                                    Unit.HOURS,
                                    new MeanAge(Cases.OPEN_COMPLAINTS, Cases.OPEN_SINCE, "no_open_complaints"))))),
            Resolution.rules(
                    "The clock starts when the complaint was received, not when somebody marked the case.",
                    "Only cases with isComplaint count."),
            List.of("complaint-resolution-time"),
            "Time to resolve complaints (klipfolio); ISO 10002 as the field's guideline."));

    private final Metric metric;

    CaseMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Numbers of cases. */
    private static final class Cases {
        static final String AT_EVENT = "Owner and team are those of the action or the resolution, of an open case the"
                + " present ones; attribution=current takes the present ones of every case, and the present team of whoever"
                + " did something.";
        static final String LEFT_OUT = "Cases merged into others, and internal ones, never count.";
        private static final Condition COMPLAINT = new Condition.IsTrue("is_complaint");
        static final Measure HANDLED = distinct("cases_handled", CaseFacts.ACTIONS, new At("acted_at"), "case_id");
        static final Measure CREATED = count("cases_created", CaseFacts.CASES, new At("created_at"));
        static final Measure RESOLVED = count("cases_resolved", CaseFacts.CASES, new At("resolved_at"));
        static final Measure CLOSED = count("cases_closed", CaseFacts.CASES, new At("closed_at"));
        static final Measure BACKLOG = count("cases_open", CaseFacts.OPENINGS, Lasting.between("opened_at", "done_at"));
        static final Measure OPEN_COMPLAINTS = BACKLOG.when(COMPLAINT).named("complaints_open");
        static final Measure OPEN_SINCE =
                OPEN_COMPLAINTS.named("complaints_open_since").of(new Aggregate.EpochSum("received_at"));
    }

    /** Cases closed on the day of their creation. */
    private static final class SameDay {
        static final String NONE = "no_closed_cases";
        static final Measure CALENDAR =
                Cases.CLOSED.when(new Condition.IsTrue("same_day")).named("cases_closed_same_day");

        static Shape by(String flag, Shape shape) {
            Measure part = Cases.CLOSED.when(new Condition.IsTrue(flag)).named("cases_closed_same_day");
            Measure whole = Cases.CLOSED.when(new Condition.Present(flag)).named("cases_closed_in_hours");
            return new Shape(
                    shape.with(new Single(part)).formula(),
                    List.of(new Companion("sameDayRate", Unit.RATIO, new Ratio(part, whole, NONE))));
        }
    }

    /** The time that resolutions took. */
    private static final class Resolution {
        static final String NONE = "no_resolved_cases";
        static final List<Measure> LAST = clocks("resolution", "resolved_at");
        static final List<Measure> FIRST = clocks("first", "first_resolved_at");
        static final List<Measure> COMPLAINT = clocks("complaint", "resolved_at", new Condition.IsTrue("is_complaint"));

        private static List<Measure> clocks(String what, String moment, Condition... conditions) {
            return List.of(
                    clock(what + "_seconds", moment, conditions),
                    clock(what + "_business_seconds", moment, conditions),
                    clock(what + "_agent_seconds", moment, conditions));
        }

        private static Measure clock(String column, String moment, Condition... conditions) {
            return spread(column, CaseFacts.CASES, new At(moment), column, conditions);
        }

        static Shape by(List<Measure> clocks, String none) {
            return Shape.of(
                    new Mean(clocks.get(0), none),
                    new Companion("calendarTime", Unit.HOURS, new Mean(clocks.get(0), none)),
                    new Companion("businessTime", Unit.HOURS, new Mean(clocks.get(1), none)),
                    new Companion("agentTime", Unit.HOURS, new Mean(clocks.get(2), none)));
        }

        static Switch clock() {
            return choice(
                    "clock",
                    "Which time runs.",
                    usual("calendar", "All of it."),
                    option("business", "The hours of service, of cases that have some.", shape -> like(shape, 1)),
                    option(
                            "agent",
                            "The time in which the case did not wait for the customer.",
                            shape -> like(shape, 2)));
        }

        private static Shape like(Shape shape, int companion) {
            return shape.with(shape.companions().get(companion).formula());
        }

        static List<String> rules(String... first) {
            return java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(first),
                            java.util.stream.Stream.of(
                                    "Service hours are those of the case, else of its policy, else the usual ones.",
                                    "A case waits for the customer while its status is pending.",
                                    Cases.AT_EVENT,
                                    Cases.LEFT_OUT))
                    .toList();
        }
    }
}
