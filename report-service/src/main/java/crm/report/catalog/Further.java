package crm.report.catalog;

import crm.engine.model.Formula;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Shape.Companion;
import crm.engine.model.Switch;
import crm.engine.model.Unit;
import java.util.List;

/** Ways to declare a measure that reports need beside the metrics: in fewer words, but no less complete. */
final class Further {

    private static final String SOURCE = "A measure that reports are made of.";

    private Further() {}

    /** How many; parts add up. */
    static Metric count(
            String id, String name, String description, String dateField, Measure measure, Companion... companions) {
        return new Metric(
                id,
                name,
                description,
                "number of " + measure.fact().name(),
                dateField,
                Unit.COUNT,
                true,
                Shape.of(new Formula.Single(measure), companions),
                List.of(),
                List.of(),
                List.of(),
                SOURCE);
    }

    /** How much money; parts add up. */
    static Metric money(
            String id, String name, String description, String dateField, Measure measure, Companion... companions) {
        return new Metric(
                id,
                name,
                description,
                "sum of amounts of " + measure.fact().name(),
                dateField,
                Unit.MONEY,
                true,
                Shape.of(new Formula.Single(measure), companions),
                List.of(),
                List.of("An amount in a currency without a rate is counted in unconverted, never summed."),
                List.of(),
                SOURCE);
    }

    /** Something that is reckoned anew for every whole. */
    static Metric reckoned(
            String id,
            String name,
            String description,
            String formulaText,
            String dateField,
            Unit unit,
            Formula formula,
            Companion... companions) {
        return new Metric(
                id,
                name,
                description,
                formulaText,
                dateField,
                unit,
                false,
                Shape.of(formula, companions),
                List.of(),
                List.of(),
                List.of(),
                SOURCE);
    }

    /** The same with parameters of its own. */
    static Metric choosing(Metric metric, Switch... switches) {
        return new Metric(
                metric.id(),
                metric.name(),
                metric.description(),
                metric.formulaText(),
                metric.dateField(),
                metric.unit(),
                metric.additive(),
                metric.shape(),
                List.of(switches),
                metric.rules(),
                metric.aliases(),
                metric.source());
    }

    /** The same with what else one has to know. */
    static Metric knowing(Metric metric, String... rules) {
        return new Metric(
                metric.id(),
                metric.name(),
                metric.description(),
                metric.formulaText(),
                metric.dateField(),
                metric.unit(),
                metric.additive(),
                metric.shape(),
                metric.switches(),
                List.of(rules),
                metric.aliases(),
                metric.source());
    }

    /** A stock of what lasts at the end of the period; it must not be summed over time. */
    static Metric stock(
            String id, String name, String description, String dateField, Measure measure, Companion... companions) {
        return new Metric(
                id,
                name,
                description,
                "number of " + measure.fact().name() + " at the end of the period",
                dateField,
                Unit.COUNT,
                false,
                Shape.of(new Formula.Single(measure), companions),
                List.of(),
                List.of("A stock: it must not be summed over buckets."),
                List.of(),
                SOURCE);
    }
}
