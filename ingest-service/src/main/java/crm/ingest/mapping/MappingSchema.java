package crm.ingest.mapping;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of a mapping; it is read without it, so that all errors are told at once. */
@Schema(name = "Mapping", additionalProperties = Schema.False.class, example = MappingSchema.EXAMPLE)
record MappingSchema(
        @Schema(required = true, pattern = "^[a-z0-9][a-z0-9-]{0,63}$", examples = "our-deals")
        String name,

        @Schema(required = true, description = "Collection of the records that the rows become.", examples = "deals")
        String collection,

        @Schema(maxLength = 2000) @Nullable String description,

        @Schema(maxLength = 10000, description = "Where the columns' names are from, and what is not known of them.")
        @Nullable
        String source,

        @Nullable FileSchema file,

        @Nullable DatesSchema dates,

        @Nullable NumbersSchema numbers,

        @Schema(required = true, description = "Of several for one field, the first that gives a value counts.")
        List<ColumnSchema> columns,

        @Schema(description = "Fields and their values in rows that give none.", examples = "{\"currency\": \"EUR\"}")
        @Nullable
        Map<String, String> constants,

        @Schema(description = "Columns that are known and not wanted.") @Nullable
        List<String> ignoredColumns,

        @Schema(
                description = "What becomes of columns the mapping does not name. custom: fields of the tenant's own,"
                        + " named in camel case. Missing: refuse.",
                enumeration = {"ignore", "custom", "refuse"})
        @Nullable
        String unknownColumns,

        @Schema(description = "How ids are made where no column holds one.") @Nullable
        MadeIdSchema madeId) {

    static final String EXAMPLE = """
            {"name": "our-deals", "collection": "deals",
             "file": {"charset": "windows-1252", "separator": ";"},
             "dates": {"patterns": ["d.M.yyyy HH:mm", "d.M.yyyy"], "timeZone": "Europe/Brussels"},
             "numbers": {"decimal": ",", "thousands": "."},
             "columns": [
               {"from": "Number", "to": "id"},
               {"from": "Opened", "to": "createdAt"},
               {"from": "Value", "to": "amount"},
               {"from": "Phase", "to": "status", "values": {"Closed Won": "won", "Closed Lost": "lost"}, "otherwise": "open"},
               {"from": "Decided", "to": "closedAt", "onlyIf": {"column": "Phase", "is": ["Closed Won", "Closed Lost"]}}],
             "constants": {"currency": "EUR"},
             "ignoredColumns": ["Remark"], "unknownColumns": "refuse"}""";

    /** How the file is written. */
    @Schema(name = "MappingFile", additionalProperties = Schema.False.class)
    record FileSchema(
            @Schema(
                    description = "Missing: utf-8. A byte order mark in the file says it better.",
                    enumeration = {
                        "utf-8",
                        "utf-16",
                        "utf-16le",
                        "utf-16be",
                        "iso-8859-1",
                        "windows-1250",
                        "windows-1251",
                        "windows-1252"
                    })
            @Nullable
            String charset,

            @Schema(
                    description = "Missing: whichever the first row has most of.",
                    enumeration = {",", ";", "tab", "|"})
            @Nullable
            String separator) {}

    /** How dates are written. */
    @Schema(name = "MappingDates", additionalProperties = Schema.False.class)
    record DatesSchema(
            @Schema(
                    description = "In the letters of Java's DateTimeFormatter; epoch-seconds and epoch-milliseconds"
                            + " too. ISO 8601 is always understood.",
                    examples = "[\"d.M.yyyy HH:mm\"]")
            @Nullable
            List<String> patterns,

            @Schema(description = "Of times without offset. Missing: UTC.", examples = "Europe/Brussels") @Nullable
            String timeZone,

            @Schema(description = "Of the names of months. Missing: en.", examples = "fr") @Nullable
            String language) {}

    /** How numbers are written. */
    @Schema(name = "MappingNumbers", additionalProperties = Schema.False.class)
    record NumbersSchema(
            @Schema(
                    description = "Missing: a point.",
                    enumeration = {",", "."})
            @Nullable
            String decimal,

            @Schema(
                    description = "Missing: the other of comma and point. Spaces are always understood.",
                    enumeration = {",", ".", "'", " "})
            @Nullable
            String thousands) {}

    /** One column. */
    @Schema(name = "MappingColumn", additionalProperties = Schema.False.class)
    record ColumnSchema(
            @Schema(
                    required = true,
                    description = "Its name in the file, whatever the case; or several, of which the first that is not"
                            + " empty counts.",
                    oneOf = {String.class, String[].class})
            Object from,

            @Schema(required = true, description = "A field, id, updatedAt, or custom. and a name.")
            String to,

            @Schema(description = "Several columns are joined with this between.") @Nullable
            String joinedBy,

            @Schema(description = "Translations of whole texts.") @Nullable
            Map<String, String> values,

            @Schema(description = "The value of texts without a translation.") @Nullable
            String otherwise,

            @Schema(description = "The value of an empty cell.") @Nullable
            String ifEmpty,

            @Schema(
                    description = "What the numbers count, where the field counts otherwise.",
                    enumeration = {"none", "percent", "milliseconds", "minutes", "hours", "clock", "hours-and-minutes"})
            @Nullable
            String unit,

            @Schema(
                    description = "Type of a field under custom. Missing: text.",
                    enumeration = {"text", "number", "flag", "date"})
            @Nullable
            String as,

            @Schema(description = "Between the items of a list. Missing: a semicolon.") @Nullable
            String splitBy,

            @Nullable ConditionSchema onlyIf) {}

    /** When a column counts. */
    @Schema(name = "MappingCondition", additionalProperties = Schema.False.class)
    record ConditionSchema(
            @Schema(required = true) String column,

            @Schema(description = "It has one of these texts.") @Nullable
            List<String> is,

            @Schema(description = "Or one that begins so.") @Nullable
            List<String> startsWith) {}

    /** How ids are made. */
    @Schema(name = "MadeId", additionalProperties = Schema.False.class)
    record MadeIdSchema(
            @Schema(description = "Before the hash.", maxLength = 64, examples = "call-") @Nullable
            String prefix,

            @Schema(description = "Columns that tell rows apart. Missing: all.") @Nullable
            List<String> columns) {}
}
