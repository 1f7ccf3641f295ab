package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.currency;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Customers: the accounts that deals are made with. */
@AutoService(KindDefinition.class)
public final class Customers implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                        "customers",
                        "customer",
                        "An account: the organisation or person that deals are made with.",
                        word("name", "Name.", "Example & Sons").aboutAPerson().mustBeGiven(),
                        choice(
                                "type",
                                "What it is to us.",
                                "customer",
                                "prospect",
                                "former",
                                "partner",
                                "competitor",
                                "supplier"),
                        word("industry", "Industry.", "construction"),
                        word("sector", "Sector.", "retail"),
                        word("sizeBand", "Size by employees.", "50-249"),
                        word("revenueBand", "Size by revenue.", "1M-10M"),
                        word("region", "Business region.", "Flanders"),
                        reference("territoryId", "territories", "Where it belongs.", "north"),
                        reference("ownerId", "users", "Who looks after it.", "u-7"),
                        reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                        reference("parentId", "customers", "The account it is part of.", "c-2"),
                        happened(
                                "customerSince",
                                "When it became a customer. Missing: at its first won deal.",
                                "2024-01-15T00:00:00Z"),
                        word("segment", "Segment.", "premium"),
                        word("source", "Where it came from.", "referral"),
                        reference("campaignId", "campaigns", "The campaign that brought it.", "spring-2026"),
                        currency("The currency it trades in."),
                        happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"),
                        reference("mergedInto", "customers", "The account that replaced this one.", "c-18"))
                .mayBeAPerson();
    }
}
