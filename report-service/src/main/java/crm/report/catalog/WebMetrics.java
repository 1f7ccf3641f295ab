package crm.report.catalog;

import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.distinct;
import static crm.engine.model.Measure.spread;
import static crm.engine.model.Measure.sum;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Formula.Mean;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Formula.Single;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of the web site. */
public enum WebMetrics implements CatalogueEntry {
    WEB_PAGE_VIEWS(new Metric(
            "web-page-views",
            "Number of web page views",
            "Page loads recorded in the period, repeats included.",
            "number of page views",
            "pageView.occurredAt",
            Unit.COUNT,
            true,
            Shape.of(new Single(Views.ALL)),
            List.of(yesNo(
                    "unique",
                    "Whether a page counts once a visit, when it was first seen in it.",
                    shape -> shape.over(measure -> measure.when(new Condition.IsTrue("is_first"))))),
            List.of(
                    "Known robots and our own people do not count.",
                    "A page is told by its path, else by its address.",
                    Visits.RULE),
            List.of("page-views", "number-of-web-page-views"),
            "Google Analytics: page views include repeated views, unique page views count once a session.")),

    WEB_GOAL_COMPLETION_RATE(new Metric(
            "web-goal-completion-rate",
            "Web goal completion rate",
            "Share of visits in which a goal was completed at least once.",
            "visits with a completed goal / visits",
            "start of the visit",
            Unit.RATIO,
            false,
            Visits.rate(Visits.COMPLETING, Visits.ALL, Visits.COMPLETING_BY_GOAL, Visits.ALL_BY_GOAL),
            List.of(
                    new Switch.Filter("goal", "Only this goal; usually any.", "goal"),
                    choice(
                            "countMode",
                            "What is counted of the goals.",
                            usual("sessions", "Visits with at least one completion."),
                            option("completions", "All completions, so that the rate may exceed 1.", shape -> {
                                Ratio rate = (Ratio) shape.formula();
                                return Visits.rate(
                                        Visits.COMPLETIONS,
                                        rate.denominator(),
                                        Visits.COMPLETIONS_BY_GOAL,
                                        Visits.ALL_BY_GOAL);
                            })),
                    choice(
                            "per",
                            "By what is divided.",
                            usual("session", "By visits."),
                            option(
                                    "visitor",
                                    "By visitors; of them, too, those with a completion.",
                                    Visits::perVisitor))),
            List.of(
                    "A visit belongs wholly to its start.",
                    "By goal, each goal's visits are divided by all visits; a visit may complete several.",
                    "Known robots and our own people do not count.",
                    Visits.RULE),
            List.of("goal-completion-rate", "goal-conversion-rate"),
            "Goal conversion rate: visits with the goal; site conversion rate: visits with any (branded3).")),

    TIME_PER_SITE_VISIT(new Metric(
            "time-per-site-visit",
            "Time per website visit",
            "Average time from the first to the last thing that happened in a visit.",
            "sum of the lengths of visits / visits",
            "start of the visit",
            Unit.SECONDS,
            false,
            Shape.of(new Mean(Visits.SECONDS, Visits.NONE)),
            List.of(
                    choice(
                            "basis",
                            "Which time is taken.",
                            usual("session", "From the first thing that happened to the last."),
                            option(
                                    "engaged",
                                    "Time with the page in the foreground, of visits of which it is known.",
                                    shape -> shape.with(new Mean(
                                            withConditionsOf(
                                                    shape.formula().measures().getFirst(), Visits.ENGAGED),
                                            Visits.NONE)))),
                    yesNo(
                            "excludeBounces",
                            "Whether visits in which only one thing happened are left out.",
                            shape -> shape.over(measure -> measure.when(Visits.NO_BOUNCE)))),
            List.of(
                    "A visit in which only one thing happened lasts 0 seconds and counts.",
                    "Known robots and our own people do not count.",
                    Visits.RULE),
            List.of("session-duration", "time-per-website-visit"),
            "Google Analytics: total duration of sessions by sessions; engaged time as in GA4."));

    private final Metric metric;

    WebMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    private static Measure withConditionsOf(Measure source, Measure target) {
        Measure result = target;
        for (Condition condition : source.conditions()) {
            result = result.when(condition);
        }
        return result;
    }

    /** Measures over page views. */
    private static final class Views {
        static final Measure ALL = count("page_views_seen", WebFacts.PAGE_VIEWS, new At("occurred_at"));
    }

    /** Measures over visits, and over visits beside goals. */
    private static final class Visits {
        static final String RULE =
                "A visit ends when nothing happens for longer than the tenant's session timeout, usually"
                        + " 30 minutes, or where its session says.";
        static final String NONE = "no_sessions";
        private static final At STARTED = new At("started_at");
        private static final Condition COMPLETED = new Condition.AtLeast("completions", 1);
        static final Condition NO_BOUNCE = new Condition.IsFalse("is_bounce");
        static final Measure ALL = count("visits_started", WebFacts.VISITS, STARTED);
        static final Measure COMPLETING = ALL.when(COMPLETED).named("visits_completing");
        static final Measure COMPLETIONS = sum("goals_completed", WebFacts.VISITS, STARTED, "completions");
        static final Measure ALL_BY_GOAL = distinct("visits_started", WebFacts.VISITS_BY_GOAL, STARTED, "id");
        static final Measure COMPLETING_BY_GOAL = ALL_BY_GOAL.when(COMPLETED).named("visits_completing");
        static final Measure COMPLETIONS_BY_GOAL =
                sum("goals_completed", WebFacts.VISITS_BY_GOAL, STARTED, "completions");
        static final Measure SECONDS = spread("visit_seconds", WebFacts.VISITS, STARTED, "seconds");
        static final Measure ENGAGED = spread("engaged_seconds", WebFacts.VISITS, STARTED, "engaged_seconds");

        static Shape rate(Measure part, Measure whole, Measure partByGoal, Measure wholeByGoal) {
            return Shape.of(new Ratio(part, whole, NONE)).refinedBy(Shape.of(new Ratio(partByGoal, wholeByGoal, NONE)));
        }

        static Shape perVisitor(Shape shape) {
            return shape.over(
                    measure -> measure.name().equals(COMPLETIONS.name()) ? measure : visitors(measure, measure.fact()));
        }

        private static Measure visitors(Measure visits, Fact fact) {
            Measure visitors = distinct(visits.name().replace("visits", "visitors"), fact, STARTED, "visitor_id");
            return withConditionsOf(visits, visitors);
        }
    }
}
