package crm.record;

import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Teams, departments and branches. */
@AutoService(KindDefinition.class)
public final class Teams implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "teams",
                "team",
                "A team, department or branch that users belong to.",
                word("name", "Name.", "North").mustBeGiven(),
                reference("parentId", "teams", "The team it is part of.", "t-all"));
    }
}
