package crm.record;

import static crm.record.Field.reference;
import static crm.record.Field.word;

/** Teams, departments and branches. */
final class Teams {

    static final RecordKind KIND = RecordKind.of(
            "teams",
            "team",
            "A team, department or branch that users belong to.",
            word("name", "Name.", "North").mustBeGiven(),
            reference("parentId", "teams", "The team it is part of.", "t-all"));

    private Teams() {}
}
