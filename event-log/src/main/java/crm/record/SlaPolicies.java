package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.day;
import static crm.record.Field.decimal;
import static crm.record.Field.flag;
import static crm.record.Field.objects;
import static crm.record.Field.reference;
import static crm.record.Field.texts;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Policies of what was promised to customers of service. */
@AutoService(KindDefinition.class)
public final class SlaPolicies implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "sla-policies",
                "sla-policy",
                "What is promised: for each priority, how soon what must be done.",
                word("name", "Name.", "Gold").mustBeGiven(),
                texts("conditions", 50, "When it applies, in words.", "[\"contract plan is gold\"]"),
                reference(
                        "businessHoursId",
                        "business-hours",
                        "The calendar that times are counted by. Missing: around the clock.",
                        "standard"),
                day("validFrom", "Since when.", "2026-01-01"),
                objects(
                        "targets",
                        200,
                        "The promises.",
                        "[{\"target\": \"first_reply\", \"priority\": \"high\", \"minutes\": 60}]",
                        choice(
                                        "target",
                                        "What must be done.",
                                        "first_reply",
                                        "next_reply",
                                        "update",
                                        "resolution",
                                        "closing")
                                .mustBeGiven(),
                        word("priority", "For cases of which priority. Missing: of any.", "high"),
                        decimal("minutes", 0, 10_000_000, "Within how long.", "60")
                                .mustBeGiven(),
                        flag(
                                "businessTime",
                                "Whether only service hours count. Missing: they do where there is a calendar.")));
    }
}
