package crm.ingest.tenant;

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
        Integer fiscalYearStart) {}
