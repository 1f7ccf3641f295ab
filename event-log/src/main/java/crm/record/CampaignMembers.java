package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Members of campaigns: whom they are addressed to. */
@AutoService(KindDefinition.class)
public final class CampaignMembers implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "campaign-members",
                "campaign-member",
                "That somebody belongs to a campaign.",
                reference("campaignId", "campaigns", "The campaign.", "spring-2026")
                        .mustBeGiven(),
                word("memberId", "The person, by the id that campaign events give.", "m-3301")
                        .mustBeGiven()
                        .aboutAPerson(),
                reference("leadId", "leads", "The lead.", "l-204"),
                reference("contactId", "contacts", "The contact.", "k-4"),
                reference("customerId", "customers", "The member's account, where known.", "c-17"),
                word("status", "Where they stand in it.", "sent"),
                happened("addedAt", "When they were added.", "2026-03-02T09:30:00Z")
                        .mustBeGiven(),
                word("segment", "Segment.", "homeowners"),
                word("sourceList", "The list they came from.", "newsletter"));
    }
}
