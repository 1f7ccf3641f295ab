package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.money;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
import crm.engine.model.Formula.CostOfEach;
import crm.engine.model.Formula.Ratio;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Timing.At;
import crm.engine.model.Unit;
import java.util.List;

/** Metrics of what service costs. */
public enum ServiceCostMetrics implements CatalogueEntry {
    AVERAGE_SERVICE_COST_PER_INTERACTION(new Metric(
            "average-service-cost-per-interaction",
            "Average service cost per service interaction",
            "What service cost in the period by the interactions of service that ended in it.",
            "(costs of interactions + pooled costs of the days) / interactions",
            "serviceInteraction.endedAt; the days of a serviceCost",
            Unit.MONEY,
            false,
            Shape.of(
                    new CostOfEach(Costs.ALL, Costs.KNOWN, Costs.INTERACTIONS, "no_interactions", "cost_missing"),
                    new Companion(
                            "costCoverage",
                            Unit.RATIO,
                            new Ratio(Costs.COVERED, Costs.INTERACTIONS, "no_interactions"))),
            List.of(
                    choice(
                            "cost",
                            "Which costs.",
                            usual("full", "Those of the interactions, and pooled ones."),
                            option("direct", "Those of the interactions alone.", Costs::direct)),
                    choice(
                            "per",
                            "By what is divided.",
                            usual("interaction", "By interactions."),
                            option(
                                    "case",
                                    "By cases: those of the interactions, and what these cost.",
                                    Costs::perCase))),
            List.of(
                    "An interaction costs what it says, else its minutes (else the time from its start to its end) at what"
                            + " an hour of its agent cost when it ended.",
                    "A pooled cost is spread evenly over its days. A day's part is shared by the interactions that ended"
                            + " on it in the tenant's zone, of its team where it names one; of a day without any it"
                            + " belongs to nobody and counts from the day's beginning.",
                    "costCoverage is the share of interactions whose own cost is known.",
                    "Where no cost is known at all the value is null with the reason cost_missing.",
                    "Owner and team are those of the interaction; attribution=current takes the agent's present team."),
            List.of("cost-per-contact", "cost-per-interaction"),
            "Cost per contact: operating costs by contacts handled (klipfolio.com, fonolo.com)."));

    private final Metric metric;

    ServiceCostMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over costs and interactions. */
    private static final class Costs {
        private static final At COUNTED = new At("counted_at");
        private static final Condition GIVEN = new Condition.Present("amount");
        private static final Condition NOT_AHEAD =
                new Condition.Either(List.of(is("kind", "direct", "shared"), new Condition.Over("counted_at")));
        static final Measure ALL =
                money("service_cost", ServiceCostFacts.COSTS, COUNTED, "amount * share", GIVEN, NOT_AHEAD);
        static final Measure KNOWN = ALL.named("service_costs_known").of(new Aggregate.Count());
        static final Measure INTERACTIONS = count("interactions", ServiceCostFacts.INTERACTIONS, new At("ended_at"));
        static final Measure COVERED =
                INTERACTIONS.when(new Condition.IsTrue("has_cost")).named("interactions_with_cost");

        static Shape direct(Shape shape) {
            return shape.with(shape.formula()
                    .over(measure -> measure.fact().equals(ServiceCostFacts.COSTS)
                            ? measure.without(NOT_AHEAD).when(is("kind", "direct"))
                            : measure));
        }

        static Shape perCase(Shape shape) {
            return shape.with(shape.formula().over(Costs::onCases));
        }

        private static Measure onCases(Measure measure) {
            return measure.equals(INTERACTIONS)
                    ? Measure.distinct("cases_served", measure.fact(), measure.timing(), "case_id")
                    : measure.when(new Condition.Present("case_id"));
        }
    }
}
