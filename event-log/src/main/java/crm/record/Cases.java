package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.decimal;
import static crm.record.Field.flag;
import static crm.record.Field.happened;
import static crm.record.Field.objects;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Cases: requests and complaints that service handles. */
@AutoService(KindDefinition.class)
public final class Cases implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "cases",
                "case",
                "A request or complaint that service handles.",
                word("number", "Number.", "S-2026-31"),
                text("subject", 500, "What it is about, in a few words.", "Leak after the storm")
                        .aboutAPerson(),
                text("description", 20_000, "All of it.", "Water comes in above the kitchen.")
                        .aboutAPerson(),
                word("type", "What kind of case it is.", "question"),
                flag("isComplaint", "Whether it is a complaint."),
                happened(
                        "complaintReceivedAt",
                        "When the complaint was received. Missing: createdAt.",
                        "2026-03-02T09:30:00Z"),
                word("complaintCategory", "What the complaint is about.", "quality"),
                word("topic", "Topic.", "roof"),
                word("cause", "What caused it.", "storm"),
                word("reason", "Why it was opened.", "defect"),
                word("channel", "How it came in.", "phone"),
                choice(
                        "status",
                        "Where it stands. Missing: new.",
                        "new",
                        "open",
                        "pending",
                        "on_hold",
                        "resolved",
                        "closed"),
                word("priority", "Priority.", "high"),
                word("severity", "Severity.", "minor"),
                reference("productId", "products", "The product.", "p-3"),
                reference("customerId", "customers", "Whose it is.", "c-17"),
                reference("contactId", "contacts", "Who asked.", "k-4"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                word("queueId", "The queue it is in.", "support"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                reference("contractId", "contracts", "The contract it falls under.", "ct-4"),
                reference("slaPolicyId", "sla-policies", "What was promised.", "gold"),
                reference(
                        "businessHoursId",
                        "business-hours",
                        "The calendar of service hours. Missing: of the policy.",
                        "standard"),
                reference("parentId", "cases", "The case it belongs to.", "s-30"),
                happened("createdAt", "When it was opened.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                happened("firstRepliedAt", "When it was first answered.", "2026-03-02T10:00:00Z"),
                happened("resolvedAt", "When it was resolved, the last time.", "2026-03-03T09:30:00Z"),
                happened("closedAt", "When it was closed, the last time.", "2026-03-04T09:30:00Z"),
                whole("reopenedCount", 0, 100_000, "How often it was reopened.", "0"),
                decimal("satisfaction", 0, 100, "What the customer thought of it.", "4"),
                flag("isInternal", "Whether it is one of our own: it is left out of customers' numbers."),
                reference("mergedInto", "cases", "The case that replaced this one.", "s-32"),
                objects(
                        "statusHistory",
                        1000,
                        "The statuses it took, whole. Missing: derived from the record's versions.",
                        "[{\"status\": \"pending\", \"changedAt\": \"2026-03-02T10:00:00Z\"}]",
                        choice("status", "The status taken.", "pending", "new", "open", "on_hold", "resolved", "closed")
                                .mustBeGiven(),
                        happened("changedAt", "When it was taken.", "2026-03-02T10:00:00Z")
                                .mustBeGiven()));
    }
}
