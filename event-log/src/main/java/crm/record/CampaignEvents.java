package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** What happened between a campaign and one of its members. */
@AutoService(KindDefinition.class)
public final class CampaignEvents implements KindDefinition {

    static final String[] TYPES = {
        "sent", "delivered", "bounced", "opened", "clicked", "responded", "converted", "unsubscribed", "complained"
    };

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "campaign-events",
                "campaign-event",
                "Something that happened between a campaign and one of its members.",
                reference("campaignId", "campaigns", "The campaign.", "spring-2026")
                        .mustBeGiven(),
                word("memberId", "The person, by the sender's id.", "m-3301")
                        .aboutAPerson()
                        .mustBeGiven(),
                choice("eventType", "What happened.", TYPES).mustBeGiven(),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                reference("customerId", "customers", "The member's account, where known.", "c-17"),
                reference("leadId", "leads", "The member's lead, where known.", "l-204"),
                reference("contactId", "contacts", "The member's contact, where known.", "k-4"),
                word("channel", "Where. Missing: the campaign's.", "email"),
                word("segment", "The member's segment.", "homeowners"),
                word("sourceList", "The list the member came from.", "newsletter"),
                text("link", 2000, "What was clicked.", "https://shop.example/roofs")
                        .aboutAPerson(),
                word("messageId", "The message.", "msg-1"),
                amount("cost", "What this event cost.", "0.02"),
                currency("Currency of cost. Missing: the tenant's."));
    }
}
