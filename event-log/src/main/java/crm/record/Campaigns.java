package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.texts;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Marketing campaigns. */
@AutoService(KindDefinition.class)
public final class Campaigns implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "campaigns",
                "campaign",
                "A marketing campaign, planned, running or over.",
                word("name", "What people call it.", "Spring 2026").mustBeGiven(),
                word("type", "What kind of campaign it is.", "newsletter"),
                word("channel", "Where it runs.", "email"),
                choice("status", "Where it stands.", "planned", "running", "completed", "aborted"),
                happened("createdAt", "When it was set up.", "2026-02-01T08:00:00Z"),
                planned("plannedStartAt", "When it should start.", "2026-03-01T08:00:00Z"),
                planned("plannedEndAt", "When it should end.", "2026-04-01T08:00:00Z"),
                happened("startedAt", "When it started. Missing: at its first sent event.", "2026-03-01T08:00:00Z"),
                happened("endedAt", "When it ended.", "2026-04-01T08:00:00Z"),
                amount("budget", "What it may cost.", "5000.00"),
                amount("actualCost", "What it cost.", "4350.50"),
                currency("Currency of budget and cost. Missing: the tenant's."),
                whole("expectedResponses", 0, 1_000_000_000, "Responses hoped for.", "400"),
                amount("expectedRevenue", "Revenue hoped for.", "60000.00"),
                whole("targetCount", 0, 1_000_000_000, "People it is sent to.", "10000"),
                word("targetSegment", "Whom it is for.", "homeowners"),
                word("productFamily", "What it sells.", "roofs"),
                reference("parentId", "campaigns", "The campaign it is part of.", "2026"),
                reference("ownerId", "users", "Who runs it.", "u-9"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-marketing"),
                texts(
                        "responseTypes",
                        9,
                        "Event types that count as a response. Missing: responded and converted.",
                        "[\"responded\", \"converted\"]",
                        CampaignEvents.TYPES));
    }
}
