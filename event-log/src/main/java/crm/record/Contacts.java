package crm.record;

import static crm.record.Field.day;
import static crm.record.Field.decimal;
import static crm.record.Field.flag;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.texts;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Contacts: people, at a customer or on their own. */
@AutoService(KindDefinition.class)
public final class Contacts implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                        "contacts",
                        "contact",
                        "A person, of a customer or on their own.",
                        reference(
                                "customerId",
                                "customers",
                                "The account they belong to. Missing: they are their own customer.",
                                "c-17"),
                        word("name", "Name.", "Ann Example").aboutAPerson(),
                        text("email", 320, "E-mail address.", "ann@example.com").aboutAPerson(),
                        text("phone", 64, "Telephone number.", "+3222000001").aboutAPerson(),
                        word("jobTitle", "Job title.", "Purchasing manager").aboutAPerson(),
                        word("jobType", "What part they play.", "decision maker"),
                        word("jobLevel", "Seniority.", "director"),
                        word("source", "Where they came from.", "webinar"),
                        word("medium", "Marketing medium.", "email"),
                        word("channel", "Channel.", "online"),
                        reference("campaignId", "campaigns", "The campaign that brought them.", "spring-2026"),
                        reference("ownerId", "users", "Who looks after it.", "u-7"),
                        reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                        reference("territoryId", "territories", "Where it belongs.", "north"),
                        word("region", "Region.", "Flanders"),
                        text("country", 2, "ISO 3166-1 alpha-2 code.", "BE"),
                        decimal("engagementScore", 0, 1_000_000, "How engaged they are, by the sender.", "42.5"),
                        day("birthday", "Birthday.", "1980-05-17").aboutAPerson(),
                        flag("emailConsent", "Whether they may be written to."),
                        flag("phoneConsent", "Whether they may be called."),
                        texts("lists", 200, "The mailing lists they are on.", "[\"newsletter\"]"),
                        happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"),
                        reference("mergedInto", "contacts", "The contact that replaced this one.", "k-5"))
                .mayBeAPerson();
    }
}
