package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** What users did in the CRM itself. */
@AutoService(KindDefinition.class)
public final class UsageEvents implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "usage-events",
                "usage-event",
                "That a user did something in the CRM.",
                reference("userId", "users", "Who.", "u-7").mustBeGiven(),
                choice(
                                "kind",
                                "What.",
                                "login",
                                "record_viewed",
                                "record_created",
                                "record_updated",
                                "report_viewed",
                                "other")
                        .mustBeGiven(),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                word("collection", "The collection of the record.", "deals"),
                word("recordId", "The record.", "d-17"));
    }
}
