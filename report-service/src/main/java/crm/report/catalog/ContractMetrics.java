package crm.report.catalog;

import static crm.engine.model.Measure.count;
import static crm.engine.model.Measure.money;
import static crm.engine.model.Switch.choice;
import static crm.engine.model.Switch.option;
import static crm.engine.model.Switch.usual;
import static crm.engine.model.Switch.yesNo;

import crm.engine.model.Aggregate;
import crm.engine.model.Condition;
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

/** Metrics of what is signed with customers. */
public enum ContractMetrics implements CatalogueEntry {
    RENEWAL_RATE(new Metric(
            "renewal-rate",
            "Renewal rate",
            "Share of the renewable contracts falling due in the period that were renewed.",
            "contracts due with a renewal / renewable contracts due",
            "contract.endAt",
            Unit.RATIO,
            false,
            Shape.of(
                    new Ratio(Due.RENEWED, Due.ALL, "no_contracts_due"),
                    new Companion("pending", Unit.COUNT, new Single(Due.PENDING))),
            List.of(
                    choice(
                            "measure",
                            "Whether contracts or their values are counted.",
                            usual("count", "Contracts."),
                            option(
                                    "value",
                                    "Recurring value of a year: what was renewed, at most what expired, by what expired.",
                                    Due::values)),
                    yesNo(
                            "excludePending",
                            "Whether contracts that can still be renewed in time are left out.",
                            shape -> shape.with(shape.formula().over(measure -> measure.when(Due.DECIDED)))),
                    new Switch.Number(
                            "graceDays",
                            "Days after a contract's end in which it can still be renewed; usually "
                                    + ContractFacts.GRACE_DAYS + ".",
                            0,
                            365,
                            days -> shape -> shape.over(measure -> measure.on(ContractFacts.due(days))))),
            List.of(
                    "A renewal is a contract that names the one it renews, signed (else started) at the latest as"
                            + " many days after its end as the tenant's grace has, usually " + ContractFacts.GRACE_DAYS
                            + "; it counts on the day of that end.",
                    "A contract cancelled before its end is due on its original end, and not renewed.",
                    "Contracts without an end never fall due; those with renewable false do not count.",
                    "pending counts contracts neither renewed nor cancelled whose days of grace are not over.",
                    "A recurring value without an interval is that of a year. A renewal in another currency than its"
                            + " contract's is taken to renew its whole value."),
            List.of("contract-renewal-rate"),
            "Renewed by due, as in kebs.ai and kpidepot.com; not the share of all contracts that are still active.")),

    PROPOSALS_GIVEN(new Metric(
            "proposals-given",
            "Number of proposals given",
            "Proposals first sent to a customer in the period.",
            "number of proposals by when they were first sent",
            "first proposal.sentAt of its number",
            Unit.COUNT,
            true,
            Shape.of(
                    new Single(Proposals.FIRST),
                    new Companion("amount", Unit.MONEY, new Single(Proposals.AMOUNT)),
                    new Companion(
                            "acceptanceRate",
                            Unit.RATIO,
                            new Ratio(Proposals.ACCEPTED, Proposals.FIRST, "no_proposals"))),
            List.of(yesNo(
                    "countRevisions",
                    "Whether each revision counts, when it was sent, with its own amount and outcome.",
                    Proposals::revisions)),
            List.of(
                    "Revisions share their proposal's number and count once, when the first of them was sent.",
                    "The amount is that of the last revision; a proposal is accepted when any revision was.",
                    "Drafts and what was never sent do not count.",
                    "Owner, team and the like are the deal's where the proposal names none.",
                    "For a tenant that sends no proposals, a deal's first entry into a stage flagged isProposalStage"
                            + " counts in place of one; it is accepted when the deal is won."),
            List.of("number-of-proposals-given"),
            "Zendesk Sell, stage Quote; Dynamics 365 Sales, quote."));

    private final Metric metric;

    ContractMetrics(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over contracts that fall due. */
    private static final class Due {
        private static final At DUE = new At("due_at");
        private static final Condition IS_RENEWED = new Condition.IsTrue("is_renewed");
        static final Condition DECIDED = new Condition.Either(
                List.of(new Condition.Absent("pending_until"), new Condition.Past("pending_until")));
        static final Measure ALL = count("contracts_due", ContractFacts.DUE, DUE);
        static final Measure RENEWED = count("contracts_renewed", ContractFacts.DUE, DUE, IS_RENEWED);
        static final Measure PENDING =
                count("contracts_pending", ContractFacts.DUE, DUE, new Condition.Ahead("pending_until"));

        static Shape values(Shape shape) {
            return shape.with(new Ratio(
                    money("value_renewed", ContractFacts.DUE, DUE, "renewed_value", IS_RENEWED),
                    money("value_due", ContractFacts.DUE, DUE, "yearly_value"),
                    "no_contracts_due"));
        }
    }

    /** Measures over proposals. */
    private static final class Proposals {
        private static final At SENT = new At("sent_at");
        private static final Condition IS_FIRST = new Condition.IsTrue("is_first");
        private static final Condition IS_ACCEPTED = new Condition.IsTrue("is_accepted");
        static final Measure FIRST = count("proposals_given", ContractFacts.PROPOSALS, SENT, IS_FIRST);
        static final Measure ACCEPTED =
                count("proposals_accepted", ContractFacts.PROPOSALS, SENT, IS_FIRST, IS_ACCEPTED);
        static final Measure AMOUNT = money("amount_given", ContractFacts.PROPOSALS, SENT, "latest_amount", IS_FIRST)
                .of(new Aggregate.Money("latest_amount", "latest_currency"));

        static Shape revisions(Shape shape) {
            return shape.over(measure -> {
                Measure each = measure.without(IS_FIRST);
                if (each.aggregate() instanceof Aggregate.Money) {
                    return each.of(new Aggregate.Money("amount", "currency"));
                }
                return each.conditions().contains(IS_ACCEPTED)
                        ? each.without(IS_ACCEPTED).when(new Condition.IsTrue("is_taken"))
                        : each;
            });
        }
    }
}
