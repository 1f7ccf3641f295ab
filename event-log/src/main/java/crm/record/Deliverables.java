package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.objects;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Work promised to customers in stages, such as tax returns. */
@AutoService(KindDefinition.class)
public final class Deliverables implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "deliverables",
                "deliverable",
                "Something to be delivered to a customer, stage by stage.",
                word("kind", "What it is.", "tax return").mustBeGiven(),
                reference("customerId", "customers", "For whom.", "c-17").mustBeGiven(),
                word("period", "The period it is about.", "2025"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                reference("teamId", "teams", "The owner's team. Missing: told by the owner.", "t-north"),
                happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"),
                planned("dueAt", "When all of it is due.", "2026-04-01T09:30:00Z"),
                happened("doneAt", "When all of it was done.", "2026-03-30T09:30:00Z"),
                objects(
                        "stages",
                        200,
                        "Its stages.",
                        "[{\"name\": \"draft\", \"dueAt\": \"2026-03-20T00:00:00Z\"}]",
                        word("name", "Name.", "draft").mustBeGiven(),
                        planned("dueAt", "When it is due.", "2026-03-20T00:00:00Z"),
                        happened("doneAt", "When it was done.", "2026-03-19T00:00:00Z"),
                        reference("ownerId", "users", "Who does it.", "u-7")));
    }
}
