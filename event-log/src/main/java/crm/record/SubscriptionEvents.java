package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** What happened to an address on a mailing list. */
@AutoService(KindDefinition.class)
public final class SubscriptionEvents implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "subscription-events",
                "subscription-event",
                "That an address was put on a mailing list, taken off it or proved wrong.",
                reference("listId", "mailing-lists", "The list.", "newsletter").mustBeGiven(),
                word("addressHash", "The address, unreadable: the same address always the same.", "5d41402abc4b2a76")
                        .mustBeGiven()
                        .aboutAPerson(),
                choice(
                                "kind",
                                "What happened; a bounce is a hard one.",
                                "subscribed",
                                "unsubscribed",
                                "bounced",
                                "complained",
                                "removed")
                        .mustBeGiven(),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                reference("contactId", "contacts", "The contact, where known.", "k-4"),
                reference("leadId", "leads", "The lead, where known.", "l-204"),
                word("source", "Where it came from.", "web form"),
                reference("campaignId", "campaigns", "The campaign that brought it.", "spring-2026"),
                word("form", "The form that was filled in.", "footer"),
                text("country", 2, "ISO 3166-1 alpha-2 code.", "BE"));
    }
}
