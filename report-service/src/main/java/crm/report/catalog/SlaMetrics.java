package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;

import crm.engine.model.Condition;
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
import java.util.ArrayList;
import java.util.List;

/** Metrics of what was promised to customers of service. */
public enum SlaMetrics implements CatalogueEntry {
    SLA_COMPLIANCE(new Metric(
            "sla-compliance",
            "Percentage of compliance with SLA",
            "Share of the targets decided in the period that were met.",
            "targets fulfilled in time / targets decided",
            "min(slaTarget.fulfilledAt, slaTarget.dueAt)",
            Unit.RATIO,
            false,
            Shape.of(
                    new Ratio(Targets.MET, Targets.DECIDED, Targets.NONE),
                    new Companion("active", Unit.COUNT, new Single(Targets.ACTIVE))),
            List.of(
                    choice(
                            "basis",
                            "What is looked at.",
                            usual("target", "Targets."),
                            option(
                                    "case",
                                    "Cases closed in the period that had a target, and of them those with every one met.",
                                    shape -> shape.with(new Ratio(Targets.CASES_MET, Targets.CASES, Targets.NONE)))),
                    Targets.kinds()),
            List.of(
                    "A target is decided when it is fulfilled, or when its due time passes before.",
                    "Targets that are neither are told as active, as of the end of the period.",
                    "A target fulfilled in the very instant in which it is due is met.",
                    "Targets that fell away before they were decided, and those of merged or internal cases, never"
                            + " count.",
                    "Owner and team are those who answer for it, else the case's; attribution=current takes the present team,"
                            + " and the present owner of the case.",
                    "Due times are taken as they are given; they are not worked out from the policies."),
            List.of("percentage-of-compliance-with-sla", "sla-achievement-rate"),
            "Zendesk, SLA achievement rate: share of tickets meeting their targets."));

    private final Metric metric;

    SlaMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over targets. */
    private static final class Targets {
        static final String NONE = "no_sla_targets_decided";
        private static final Condition STANDS = new Condition.IsFalse("is_cancelled");
        private static final Condition MET_ALL = new Condition.IsTrue("is_met");
        private static final Condition OF_ANY_KIND = new Condition.Absent("kind");
        static final Measure DECIDED = count(
                "targets_decided", SlaFacts.TARGETS, new At("decided_at"), STANDS, new Condition.Over("decided_at"));
        static final Measure MET = DECIDED.when(MET_ALL).named("targets_met");
        static final Measure ACTIVE =
                count("targets_active", SlaFacts.TARGETS, Lasting.between("started_at", "ended_at"));
        static final Measure CASES = count("cases_with_targets", SlaFacts.CASES, new At("closed_at"), OF_ANY_KIND);
        static final Measure CASES_MET = CASES.when(MET_ALL).named("cases_with_targets_met");

        static Switch kinds() {
            List<Switch.Option> options = new ArrayList<>(List.of(usual("any", "All of them.")));
            for (String kind : List.of("first_reply", "next_reply", "update", "resolution", "closing")) {
                options.add(option(
                        kind,
                        "Only " + kind.replace('_', ' ') + ".",
                        shape -> shape.over(
                                measure -> measure.without(OF_ANY_KIND).when(is("kind", kind)))));
            }
            return new Switch.Choice("target", "Which targets.", options);
        }
    }
}
