package crm.ingest.tenant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of a tenant's settings; they are read without it, so that all errors are told at once. */
@Schema(name = "Settings", additionalProperties = Schema.False.class)
record SettingsSchema(
        @Schema(description = "Needed for a new tenant.", minLength = 1, maxLength = 200, examples = "Acme") @Nullable
        String name,

        @Schema(description = "IANA zone; it decides what a day is. Missing: UTC.", examples = "Europe/Brussels")
        @Nullable
        String timeZone,

        @Schema(description = "ISO 4217, of amounts that name none. Missing: USD.", examples = "EUR") @Nullable
        String currency,

        @Schema(
                description = "Missing: monday.",
                enumeration = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
                examples = "monday")
        @Nullable
        String weekStart,

        @Schema(description = "Month, 1 to 12. Missing: 1.", minimum = "1", maximum = "12", examples = "1") @Nullable
        Integer fiscalYearStart,

        @Schema(
                description = "Days after a purchase that a customer counts as active. Missing: 365.",
                minimum = "1",
                maximum = "3650",
                examples = "365")
        @Nullable
        Integer activityWindowDays,

        @Schema(
                description = "Days after a contract's end in which a renewal still counts. Missing: 30.",
                minimum = "0",
                maximum = "365",
                examples = "30")
        @Nullable
        Integer renewalGraceDays,

        @Schema(
                description = "Calls given up sooner than this are not lost. Missing: 5.",
                minimum = "0",
                maximum = "600",
                examples = "5")
        @Nullable
        Integer shortAbandonSeconds,

        @Schema(
                description = "Minutes without activity that end a visit to the web site. Missing: 30.",
                minimum = "1",
                maximum = "1440",
                examples = "30")
        @Nullable
        Integer sessionTimeoutMinutes,

        @Schema(
                description = "Days before a purchase in which a campaign may be credited with it. Missing: 90.",
                minimum = "1",
                maximum = "365",
                examples = "90")
        @Nullable
        Integer attributionLookbackDays,

        @Schema(
                description = "Days within which another call about the same is a repeated contact. Missing: 7.",
                minimum = "1",
                maximum = "365",
                examples = "7")
        @Nullable
        Integer repeatContactDays,

        @Schema(
                description = "Types of campaign events that are a response, where the campaign does not say. Missing:"
                        + " responded and converted.",
                minItems = 1,
                maxItems = 9,
                examples = "[\"responded\", \"converted\"]")
        @Nullable
        List<String> responseTypes,

        @Schema(
                description = "Months of the calendar, or weeks in quarters of thirteen. Missing: gregorian.",
                enumeration = {"gregorian", "4-4-5", "4-5-4", "5-4-4"},
                examples = "gregorian")
        @Nullable
        String fiscalCalendar,

        @Schema(
                description =
                        "On which first day of the week, seen from the first day of the fiscal year's month, a year"
                                + " of weeks begins. Missing: nearest.",
                enumeration = {"nearest", "on-or-before", "on-or-after"},
                examples = "nearest")
        @Nullable
        String fiscalYearRule,

        @Schema(
                description = "Language of reports that name none. Missing: en.",
                enumeration = {"en", "fr", "id", "ru", "sv", "it"},
                examples = "en")
        @Nullable
        String language,

        @Schema(
                description =
                        "The first day on which the settings from activityWindowDays on hold; before it hold those"
                                + " of before. Missing: they always held.",
                format = "date",
                examples = "2026-01-01")
        @Nullable
        String validFrom) {

    SettingsSchema {
        responseTypes = responseTypes == null ? null : List.copyOf(responseTypes);
    }
}
