package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.happened;
import static crm.record.Field.objects;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Leads: people and organisations that are not customers yet. */
@AutoService(KindDefinition.class)
public final class Leads implements KindDefinition {

    private static final String[] STATUSES = {
        "new", "working", "nurturing", "qualified", "unqualified", "converted", "lost", "spam", "test", "duplicate"
    };

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                        "leads",
                        "lead",
                        "A person or organisation that is not a customer yet.",
                        word("personName", "Name of the person.", "Ann Example").aboutAPerson(),
                        word("organisationName", "Name of the organisation.", "Example & Sons")
                                .aboutAPerson(),
                        text("email", 320, "E-mail address.", "ann@example.com").aboutAPerson(),
                        text("phone", 64, "Telephone number.", "+3222000001").aboutAPerson(),
                        choice("status", "Where it stands. Missing: new.", STATUSES),
                        word("unqualifiedReason", "Why it was set aside.", "no budget"),
                        choice("lifecycleLevel", "How far it has come.", "lead", "mql", "sql", "sal"),
                        happened("mqlAt", "When marketing qualified it.", "2026-03-03T00:00:00Z"),
                        happened("sqlAt", "When sales qualified it.", "2026-03-05T00:00:00Z"),
                        happened("salAt", "When sales accepted it.", "2026-03-04T00:00:00Z"),
                        word("source", "Where it came from.", "webinar"),
                        word("sourceDetail", "More about where it came from.", "Roofs 101"),
                        word("medium", "Marketing medium.", "email"),
                        word("channel", "Channel.", "online"),
                        reference("campaignId", "campaigns", "The campaign that brought it.", "spring-2026"),
                        word("utmSource", "utm_source of the first visit.", "newsletter"),
                        word("utmMedium", "utm_medium of the first visit.", "email"),
                        word("utmCampaign", "utm_campaign of the first visit.", "spring"),
                        word("utmTerm", "utm_term of the first visit.", "roof"),
                        word("utmContent", "utm_content of the first visit.", "header"),
                        text("landingPage", 2000, "The first page seen.", "https://shop.example/roofs"),
                        reference("referrerCustomerId", "customers", "The customer who recommended us.", "c-3"),
                        reference("ownerId", "users", "Who works on it.", "u-7"),
                        reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                        reference("territoryId", "territories", "Where it belongs.", "north"),
                        word("industry", "Industry.", "construction"),
                        word("region", "Region.", "Flanders"),
                        text("country", 2, "ISO 3166-1 alpha-2 code.", "BE"),
                        word("rating", "The sender's rating.", "hot"),
                        whole("score", 0, 1000, "The sender's score.", "70"),
                        happened("createdAt", "When it was captured.", "2026-03-02T09:30:00Z")
                                .mustBeGiven(),
                        happened("assignedAt", "When it was given to its owner.", "2026-03-02T10:00:00Z"),
                        happened("qualifiedAt", "When it was qualified.", "2026-03-05T00:00:00Z"),
                        happened("convertedAt", "When it became a customer or a deal.", "2026-03-06T00:00:00Z"),
                        reference("convertedDealId", "deals", "The deal it became.", "d-17"),
                        reference("convertedCustomerId", "customers", "The customer it became.", "c-17"),
                        reference("convertedContactId", "contacts", "The contact it became.", "k-4"),
                        reference("mergedInto", "leads", "The lead that replaced this one.", "l-205"),
                        objects(
                                "statusHistory",
                                1000,
                                "The statuses it took, whole. Missing: derived from the record's versions.",
                                "[{\"status\": \"working\", \"changedAt\": \"2026-03-02T10:00:00Z\"}]",
                                choice("status", "The status taken.", STATUSES).mustBeGiven(),
                                happened("changedAt", "When it was taken.", "2026-03-02T10:00:00Z")
                                        .mustBeGiven()))
                .mayBeAPerson();
    }
}
