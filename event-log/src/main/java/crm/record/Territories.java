package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.objects;
import static crm.record.Field.planned;
import static crm.record.Field.reference;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Territories that leads, deals and customers belong to. */
@AutoService(KindDefinition.class)
public final class Territories implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "territories",
                "territory",
                "A territory, with who answered for it and when.",
                word("name", "Name.", "North").mustBeGiven(),
                reference("parentId", "territories", "The territory it is part of.", "belgium"),
                word("region", "Region.", "Flanders"),
                objects(
                        "assignments",
                        1000,
                        "Who answered for it, and since when.",
                        "[{\"userId\": \"u-7\", \"from\": \"2026-01-01T00:00:00Z\"}]",
                        reference("userId", "users", "Who.", "u-7").mustBeGiven(),
                        happened("from", "Since when.", "2026-01-01T00:00:00Z").mustBeGiven(),
                        planned("to", "Until when. Missing: still.", "2027-01-01T00:00:00Z")));
    }
}
