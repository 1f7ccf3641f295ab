package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Condition.isNot;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.spread;
import static crm.engine.model.Measure.sum;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Further metrics of how leads and customers are answered, beyond the list of thirty-five. */
public enum ExtendedAnsweringMetrics implements CatalogueEntry {
    LEAD_RESPONSE_TIME(new Metric(
            "lead-response-time",
            "Lead response time",
            "Average time until somebody contacted a lead, over the leads first contacted in the period.",
            "sum of (first contact - created) / leads contacted",
            "the lead's first contact",
            Unit.HOURS,
            false,
            Shape.of(new Mean(Leads.SECONDS, "no_contacted_leads")),
            List.of(choice(
                    "clockStart",
                    "Where the time begins.",
                    usual("created", "With the lead."),
                    option(
                            "assigned",
                            "When the lead was given to its owner; leads of which that is not known are left out.",
                            shape -> shape.over(
                                    measure -> measure.of(Aggregate.Spread.of("seconds_since_assignment")))))),
            Leads.RULES,
            List.of("time-to-first-action", "speed-to-lead"),
            "KPI dashboard of datapine; Keap; Zendesk Sell, time to first action.")),

    FOLLOW_UP_CONTACT_RATE(new Metric(
            "follow-up-contact-rate",
            "Follow-up contact rate",
            "Share of the leads first contacted in the period that were contacted again soon after.",
            "leads contacted again / leads contacted",
            "the lead's first contact",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(Leads.again(Leads.USUAL_DAYS), Leads.CONTACTED, "no_contacted_leads")),
            List.of(new Switch.Number(
                    "withinDays",
                    "Days in which the second contact is soon; usually " + Leads.USUAL_DAYS + ".",
                    1,
                    365,
                    days -> shape -> shape.with(new Ratio(Leads.again(days), Leads.CONTACTED, "no_contacted_leads")))),
            Leads.RULES,
            List.of("follow-up-rate"),
            "KPI dashboard of datapine: follow-up contact rate.")),

    SUPPORT_RESPONSE_TIME(new Metric(
            "support-response-time",
            "Support response time",
            "Average time from the creation of a case to its first answer, over the cases first answered in the period.",
            "sum of (first answer - created) / cases answered",
            "case.firstRepliedAt, else the first reply",
            Unit.HOURS,
            false,
            Shape.of(new Mean(
                    spread("reply_seconds", AnsweringFacts.ANSWERED_CASES, new At("replied_at"), "reply_seconds"),
                    "no_answered_cases")),
            List.of(),
            List.of(
                    "An answer is what the case says, else the first reply of somebody of us.",
                    "Cases merged into others, and internal ones, never count.",
                    "Owner and team are those of the case; attribution=current takes the present ones."),
            List.of("first-response-time"),
            "Goal progress: support response time.")),

    SATISFACTION(new Metric(
            "satisfaction",
            "Customer satisfaction",
            "What customers thought of us, as a share of the best that they could have said.",
            "sum of (score / best score) / answers",
            "satisfactionResponse.occurredAt",
            Unit.RATIO,
            false,
            Shape.of(new Ratio(Opinions.POINTS, Opinions.COUNT, "no_responses")),
            List.of(choice(
                    "kind",
                    "Which question was asked.",
                    usual("csat", "How satisfied they are."),
                    option(
                            "nps",
                            "Whether they would recommend us: the share of those who say 9 or 10 of 10 less that of those"
                                    + " who say 6 or less.",
                            shape -> Opinions.of(shape, "nps")),
                    option("ces", "How easy it was.", shape -> Opinions.of(shape, "ces")))),
            List.of(
                    "The best score is the one that the answer names, else 5 of csat, 10 of nps and 7 of ces.",
                    "Owner and team are those whom the answer is about."),
            List.of("customer-satisfaction", "csat"),
            "Goal progress: satisfaction."));

    private final Metric metric;

    ExtendedAnsweringMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    @Override
    public MetricGroup group() {
        return MetricGroup.EXTENDED;
    }

    /** Measures over leads that were contacted. */
    private static final class Leads {
        static final int USUAL_DAYS = 7;
        private static final long DAY = 86_400_000_000L;
        private static final At CONTACTED_AT = new At("contacted_at");
        private static final Condition REAL = isNot("status", "spam", "test", "duplicate");
        private static final Condition SURVIVING = new Condition.Absent("merged_into");
        static final Measure CONTACTED =
                count("leads_contacted", AnsweringFacts.CONTACTED_LEADS, CONTACTED_AT, REAL, SURVIVING);
        static final Measure SECONDS =
                CONTACTED.named("response_seconds").of(Aggregate.Spread.of("seconds_since_creation"));
        static final List<String> RULES = List.of(
                "A contact is a call of ours that was made, or a call, e-mail, message, meeting or visit that is done; the"
                        + " note of a call and the call are one.",
                "A lead that was contacted before it was created was contacted at once.",
                "Merged leads and those with status spam, test or duplicate never count.");

        static Measure again(int days) {
            return CONTACTED
                    .when(new Condition.Below("microseconds_to_next", days * DAY + 1))
                    .named("leads_contacted_again");
        }
    }

    /** Measures over what customers answered. */
    private static final class Opinions {
        private static final Condition USUAL = is("kind", "csat");
        private static final At OCCURRED = new At("occurred_at");
        static final Measure POINTS = sum("points", AnsweringFacts.OPINIONS, OCCURRED, "points", USUAL);
        static final Measure COUNT = count("answers", AnsweringFacts.OPINIONS, OCCURRED, USUAL);

        static Shape of(Shape shape, String kind) {
            return shape.over(measure -> measure.without(USUAL).when(is("kind", kind)));
        }
    }
}
