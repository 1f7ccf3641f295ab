package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.day;
import static crm.record.Field.reference;
import static crm.record.Field.seconds;
import static crm.record.Field.whole;

import com.google.auto.service.AutoService;

/** Plans of how many activities are to be done in a day. */
@AutoService(KindDefinition.class)
public final class ActivityPlans implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "activity-plans",
                "activity-plan",
                "How many activities of a type somebody plans for a day.",
                day("day", "The day.", "2026-03-02").mustBeGiven(),
                reference("userId", "users", "Whose plan.", "u-7"),
                reference("teamId", "teams", "Whose team's plan. Missing: told by the user.", "t-north"),
                choice(
                                "type",
                                "What kind of activity.",
                                "call",
                                "email",
                                "meeting",
                                "visit",
                                "task",
                                "note",
                                "text",
                                "other")
                        .mustBeGiven(),
                whole("planned", 0, 1_000_000, "How many.", "20").mustBeGiven(),
                seconds("plannedSeconds", "How much time.", "14400"));
    }
}
