package crm.report.catalog;

import static crm.engine.model.Condition.is;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Lasting;
import crm.engine.model.Unit;

/** Measures of what people did and planned, of their calls, and of whom they know. */
public enum ActivityMeasures implements CatalogueEntry {
    ACTIVITIES(Further.knowing(
            Further.count(
                    "activities",
                    "Activities",
                    "What was done in the period, or was planned for it.",
                    "activity.doneAt, else scheduledAt, else dueAt, else createdAt; of a call startedAt",
                    Activities.ALL),
            "Calls are activities; a call and the activity logged for it count once.",
            "Owner and team are those of that time.")),

    ACTIVITIES_DONE(Further.count(
            "activities-done",
            "Activities done",
            "What was done in the period.",
            "activity.doneAt; of a call startedAt",
            Activities.DONE)),

    ACTIVITIES_SCHEDULED(Further.count(
            "activities-scheduled",
            "Activities scheduled",
            "What is planned for the period and neither done nor cancelled.",
            "activity.scheduledAt, else dueAt",
            Activities.SCHEDULED)),

    ACTIVITIES_OVERDUE(Further.count(
            "activities-overdue",
            "Activities overdue",
            "What should have been done in the period and is neither done nor cancelled.",
            "activity.dueAt, else scheduledAt",
            Activities.OVERDUE)),

    CALLS_PLACED(Further.count(
            "calls-placed", "Calls", "Calls in either direction, answered or not.", "call.startedAt", Calls.ALL)),

    TIME_TALKED(Further.reckoned(
            "time-talked",
            "Time talked",
            "Average time spent talking, over the answered calls of the period.",
            "sum of talking / answered calls",
            "call.startedAt",
            Unit.SECONDS,
            new Mean(Calls.TALK, "no_answered_calls"))),

    CALLS_NOT_ANSWERED(Further.count(
            "calls-not-answered",
            "Calls not answered",
            "Inbound calls that nobody answered.",
            "call.startedAt",
            Calls.MISSED)),

    CALLS_THAT_MOVED_ON(Further.count(
            "calls-that-moved-on",
            "Calls that moved the lead on",
            "Calls after which a lead rose to another level, as the calls themselves say.",
            "call.startedAt",
            Calls.MOVED_ON)),

    CONTACTS(Further.stock(
            "contacts",
            "Contacts",
            "Persons known at the end of the period, as they are known now.",
            "contact.createdAt",
            Contacts.KNOWN,
            new Companion(
                    "averageEngagement",
                    Unit.DECIMAL,
                    new Ratio(Contacts.ENGAGEMENT, Contacts.SCORED, "no_engagement_known")))),

    CONTACTS_TO_WRITE_TO(Further.stock(
            "contacts-to-write-to",
            "Contacts that may be written to",
            "Persons known at the end of the period who may be written to.",
            "contact.createdAt",
            Contacts.KNOWN.when(new Condition.IsTrue("email_consent")).named("contacts_to_write_to"))),

    CONTACTS_CONTACTED(Further.count(
            "contacts-contacted",
            "Contacts last contacted",
            "Persons whose latest call or activity lies in the period.",
            "contact.lastContactedAt",
            Contacts.CONTACTED));

    private final Metric metric;

    ActivityMeasures(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over activities. */
    private static final class Activities {
        private static final Condition WAITING = is("status", "scheduled");
        static final Measure ALL = Measure.count("activities", ActivityFacts.ACTIVITIES, new At("happens_at"));
        static final Measure DONE =
                Measure.count("activities_done", ActivityFacts.ACTIVITIES, new At("done_at"), is("status", "done"));
        static final Measure SCHEDULED =
                Measure.count("activities_scheduled", ActivityFacts.ACTIVITIES, new At("planned_at"), WAITING);
        static final Measure OVERDUE = Measure.count(
                "activities_overdue",
                ActivityFacts.ACTIVITIES,
                new At("due_by"),
                WAITING,
                new Condition.Over("due_by"));
    }

    /** Measures over calls. */
    private static final class Calls {
        static final Measure ALL =
                Measure.count("calls_placed", CallFacts.CALLS, new At("started_at"), CallFacts.PLACED);
        static final Measure TALK = ALL.when(new Condition.Present("answered_at"))
                .named("talk_seconds_of_calls")
                .of(Aggregate.Spread.of("pure_talk_seconds"));
        static final Measure MISSED = ALL.when(is("direction", "inbound"))
                .when(new Condition.Absent("answered_at"))
                .named("calls_missed");
        static final Measure MOVED_ON =
                ALL.when(new Condition.Present("moved_lifecycle_to")).named("calls_that_moved_on");
    }

    /** Measures over contacts. */
    private static final class Contacts {
        private static final Lasting SINCE = Lasting.between("created_at", "never");
        static final Measure KNOWN = Measure.count("contacts_known", ActivityFacts.CONTACTS, SINCE);
        static final Measure SCORED =
                KNOWN.when(new Condition.Present("engagement_score")).named("contacts_scored");
        static final Measure ENGAGEMENT = SCORED.named("engagement").of(new Aggregate.Sum("engagement_score"));
        static final Measure CONTACTED =
                Measure.count("contacts_contacted", ActivityFacts.CONTACTS, new At("last_contacted_at"));
    }
}
