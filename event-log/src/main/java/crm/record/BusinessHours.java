package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.day;
import static crm.record.Field.flag;
import static crm.record.Field.objects;
import static crm.record.Field.text;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Calendars of working and service hours. */
@AutoService(KindDefinition.class)
public final class BusinessHours implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "business-hours",
                "business-hours-calendar",
                "A calendar: weekly hours in a time zone, less holidays.",
                word("name", "Name.", "Standard").mustBeGiven(),
                text("timeZone", 64, "IANA time zone of its hours. Missing: the tenant's.", "Europe/Brussels"),
                flag("isDefault", "Whether it counts where no calendar is named."),
                objects(
                        "weeklyHours",
                        100,
                        "The hours of a week. A day may have several stretches.",
                        "[{\"weekday\": \"monday\", \"from\": \"09:00\", \"to\": \"17:30\"}]",
                        choice(
                                        "weekday",
                                        "Which day.",
                                        "monday",
                                        "tuesday",
                                        "wednesday",
                                        "thursday",
                                        "friday",
                                        "saturday",
                                        "sunday")
                                .mustBeGiven(),
                        text("from", 5, "Hour and minute it begins, 00:00 to 23:59.", "09:00")
                                .mustBeGiven(),
                        text("to", 5, "Hour and minute it ends, 00:01 to 24:00.", "17:30")
                                .mustBeGiven()),
                objects(
                        "holidays",
                        2000,
                        "Days without hours.",
                        "[{\"day\": \"2026-12-25\", \"name\": \"Christmas\"}]",
                        day("day", "The day.", "2026-12-25").mustBeGiven(),
                        word("name", "Its name.", "Christmas")));
    }
}
