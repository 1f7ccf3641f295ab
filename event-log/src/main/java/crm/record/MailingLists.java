package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Mailing lists. */
@AutoService(KindDefinition.class)
public final class MailingLists implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "mailing-lists",
                "mailing-list",
                "A mailing list.",
                word("name", "Name.", "Newsletter").mustBeGiven(),
                word("topic", "What it is about.", "roofs"),
                reference("ownerId", "users", "Who looks after it.", "u-7"),
                happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"));
    }
}
