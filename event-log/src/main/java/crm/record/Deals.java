package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.decimal;
import static crm.record.Field.happened;
import static crm.record.Field.objects;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.share;
import static crm.record.Field.text;
import static crm.record.Field.texts;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Deals, also called opportunities. */
@AutoService(KindDefinition.class)
public final class Deals implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "deals",
                "deal",
                "An opportunity to sell, from its creation to its outcome.",
                text("title", 500, "What is being sold, in a few words.", "Roof renewal, Harbour Street")
                        .aboutAPerson(),
                reference("pipelineId", "pipelines", "The pipeline it moves through.", "p-sales"),
                reference("stageId", "stages", "The stage it stands in now.", "proposal"),
                choice(
                        "status",
                        "Its outcome so far. Missing: told by the stage, and open where the stage does not tell.",
                        "open",
                        "won",
                        "lost",
                        "unqualified"),
                amount("amount", "What it is worth, in its currency.", "12500.00"),
                currency("Currency of amount and cost. Missing: the tenant's."),
                amount("cost", "What winning and delivering it costs.", "4100.00"),
                choice(
                        "dealType",
                        "What kind of business it is.",
                        "new_business",
                        "cross_sell",
                        "up_sell",
                        "renewal",
                        "reactivation"),
                reference("customerId", "customers", "The account it is sold to.", "c-17"),
                texts("contactIds", 100, "The people it is discussed with.", "[\"k-4\"]"),
                reference("leadId", "leads", "The lead it came from.", "l-204"),
                word("source", "Where it came from.", "referral"),
                word("sourceDetail", "More about where it came from.", "Partner day 2026"),
                word("medium", "Marketing medium.", "email"),
                reference("campaignId", "campaigns", "The campaign it is credited to.", "spring-2026"),
                word("channel", "Sales channel, such as direct or agent.", "direct"),
                word("paymentForm", "How it is paid.", "transfer"),
                reference("ownerId", "users", "Who works on it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("territoryId", "territories", "Where it belongs.", "north"),
                word("productFamily", "Family of the main product.", "roofs"),
                happened("createdAt", "When the opportunity began.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                planned("expectedCloseAt", "When it should be decided.", "2026-05-31T00:00:00Z"),
                happened("closedAt", "When it was decided.", "2026-05-12T15:00:00Z"),
                happened("wonAt", "When it was won. Missing: closedAt.", "2026-05-12T15:00:00Z"),
                word("lossReason", "Why it was lost.", "price"),
                word("competitorId", "Who else was asked.", "x-2"),
                share("probability", "Chance to win, 0 to 1. Missing: the stage's.", "0.6"),
                word("forecastCategory", "Forecast category. Missing: the stage's.", "best_case"),
                whole("score", 0, 1000, "A score given by the sender.", "70"),
                happened("paidAt", "When it was paid in full.", "2026-06-30T00:00:00Z"),
                reference("mergedInto", "deals", "The deal that replaced this one.", "d-18"),
                objects(
                        "stageHistory",
                        1000,
                        "The stages it entered, whole. Missing: derived from the record's versions.",
                        "[{\"stageId\": \"proposal\", \"enteredAt\": \"2026-03-20T10:00:00Z\"}]",
                        reference("stageId", "stages", "The stage entered.", "proposal")
                                .mustBeGiven(),
                        happened("enteredAt", "When it was entered.", "2026-03-20T10:00:00Z")
                                .mustBeGiven()),
                objects(
                        "ownerHistory",
                        1000,
                        "Its owners, whole. Missing: derived from the record's versions.",
                        "[{\"ownerId\": \"u-7\", \"changedAt\": \"2026-03-02T09:30:00Z\"}]",
                        reference("ownerId", "users", "The owner since then. Missing: nobody.", "u-7"),
                        reference("teamId", "teams", "Their team. Missing: told by the owner.", "t-north"),
                        happened("changedAt", "Since when.", "2026-03-02T09:30:00Z")
                                .mustBeGiven()),
                objects(
                        "amountHistory",
                        1000,
                        "Its amounts, whole. Missing: derived from the record's versions.",
                        "[{\"amount\": 12500.00, \"changedAt\": \"2026-03-02T09:30:00Z\"}]",
                        amount("amount", "The amount since then. Missing: none.", "12500.00"),
                        happened("changedAt", "Since when.", "2026-03-02T09:30:00Z")
                                .mustBeGiven()),
                objects(
                        "expectedCloseHistory",
                        1000,
                        "When it should be decided as seen before, whole. Missing: derived from the record's versions.",
                        "[{\"expectedCloseAt\": \"2026-05-31T00:00:00Z\", \"changedAt\": \"2026-03-02T09:30:00Z\"}]",
                        planned(
                                "expectedCloseAt",
                                "The expectation since then. Missing: none.",
                                "2026-05-31T00:00:00Z"),
                        happened("changedAt", "Since when.", "2026-03-02T09:30:00Z")
                                .mustBeGiven()),
                SaleLines.field("lineItems", "What is sold, line by line."),
                word("unit", "The object it is about, such as a building.", "Harbour Street 12"),
                decimal("area", 0, 1_000_000_000, "Its area, in square metres.", "84.5"),
                whole("units", 0, 1_000_000_000, "How many units it is about.", "1"),
                texts("proposalIds", 100, "The quotes made for it.", "[\"q-17\"]"));
    }
}
