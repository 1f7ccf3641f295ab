package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.texts;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Users: the people who own deals and take calls. */
@AutoService(KindDefinition.class)
public final class Users implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "users",
                "user",
                "Someone who owns deals, makes calls or handles cases.",
                word("name", "Name.", "Darcel Schlecht").mustBeGiven(),
                text("email", 320, "E-mail address.", "darcel@example.com"),
                reference("teamId", "teams", "The team since this version.", "t-north"),
                word("role", "Role.", "account executive"),
                reference("managerId", "users", "Who leads them.", "u-1"),
                happened("activeFrom", "First day.", "2024-01-01T00:00:00Z"),
                planned("activeTo", "Last day.", "2027-01-01T00:00:00Z"),
                amount("hourlyCost", "What an hour of work costs.", "55.00"),
                currency("Currency of hourlyCost. Missing: the tenant's."),
                text("timeZone", 64, "IANA time zone.", "Europe/Brussels"),
                texts(
                        "workingDays",
                        7,
                        "Days worked in a week.",
                        "[\"monday\", \"tuesday\"]",
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday"));
    }
}
