package crm.report.catalog;

import static crm.engine.model.Condition.is;
import static crm.engine.model.Measure.count;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Condition;
import crm.engine.model.Fact;
import crm.engine.model.Formula.Growth;
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

/** Metrics of mailing lists. */
public enum MailingMetrics implements CatalogueEntry {
    EMAIL_LIST_GROWTH_RATE(new Metric(
            "email-list-growth-rate",
            "E-mail list growth rate",
            "Net growth of a mailing list over the period by its size at the start.",
            "(new subscriptions - unsubscribed - bounced - complained - removed) / subscribers at the start",
            "subscriptionEvent.occurredAt",
            Unit.RATIO,
            false,
            growth(MailingFacts.ADDRESSES).refinedBy(growth(MailingFacts.SUBSCRIPTIONS)),
            List.of(
                    new Switch.Filter("list", "Only this list; usually all of them together.", "list"),
                    yesNo(
                            "gross",
                            "Whether only new subscriptions count, not those that ended.",
                            MailingMetrics::gross)),
            List.of(
                    "All lists together count an address once, from its first list to its last.",
                    "By list, each list counts for itself; an address on two lists counts in both.",
                    "Whoever is subscribed already does not subscribe anew; whoever is not cannot leave.",
                    "Of the numerator records list the new subscriptions, of the denominator those at the start.",
                    "Source, campaign, form and country are those of the subscription, also of its end."),
            List.of("list-growth-rate", "mailing-list-growth-rate"),
            "List growth rate: net new subscribers over the starting size (sequenzy, thecalcu)."));

    private final Metric metric;

    MailingMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    private static Shape growth(Fact fact) {
        Measure gained = count("subscriptions_begun", fact, new At("began_at"), new Condition.Over("began_at"));
        Measure lost = count("subscriptions_ended", fact, new At("ended_at"), new Condition.Over("ended_at"));
        Measure atEnd = count("subscribers", fact, Lasting.between("began_at", "ended_at"));
        return Shape.of(
                new Growth(gained, lost, atEnd, false, "empty_at_start"),
                new Companion("newSubscriptions", Unit.COUNT, new Single(gained)),
                ended("unsubscribed", lost),
                ended("bounced", lost),
                ended("complained", lost),
                ended("removed", lost),
                new Companion("subscribersAtEnd", Unit.COUNT, new Single(atEnd)));
    }

    private static Companion ended(String how, Measure lost) {
        return new Companion(
                how, Unit.COUNT, new Single(lost.when(is("ended_by", how)).named("subscriptions_" + how)));
    }

    private static Shape gross(Shape shape) {
        Shape finer = shape.finer();
        Growth net = (Growth) shape.formula();
        Shape gross = shape.with(new Growth(net.gained(), net.lost(), net.atEnd(), true, net.emptyReason()));
        return finer == null ? gross : gross.refinedBy(gross(finer));
    }
}
