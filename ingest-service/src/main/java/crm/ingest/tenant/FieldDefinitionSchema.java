package crm.ingest.tenant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the document says of a field definition; it is read without it, so that all errors are told at once. */
@Schema(name = "FieldDefinition", additionalProperties = Schema.False.class)
record FieldDefinitionSchema(
        @Schema(description = "The records that have it. As in the address, where it stands there.", examples = "deals")
        @Nullable
        String collection,

        @Schema(
                description = "As under custom. As in the address, where it stands there.",
                pattern = "^[A-Za-z][A-Za-z0-9_-]{0,63}$",
                examples = "plan")
        @Nullable
        String name,

        @Schema(
                description = "Needed, but for a change.",
                enumeration = {"string", "number", "date", "boolean", "choice"},
                examples = "choice")
        @Nullable
        String type,

        @Schema(
                description = "Of a choice alone, which needs them: what it may hold.",
                maxItems = FieldDefinitionBody.MOST_CHOICES,
                examples = "[\"gold\", \"silver\"]")
        @Nullable
        List<String> choices,

        @Schema(description = "What people call it, by language.") @Nullable
        LabelsSchema labels) {

    FieldDefinitionSchema {
        choices = choices == null ? null : List.copyOf(choices);
    }

    /** A label for each language. */
    @Schema(name = "Labels", additionalProperties = Schema.False.class)
    record LabelsSchema(
            @Schema(maxLength = 200, examples = "Plan") @Nullable
            String en,

            @Schema(maxLength = 200, examples = "Formule") @Nullable
            String fr,

            @Schema(maxLength = 200, examples = "Paket") @Nullable
            String id,

            @Schema(maxLength = 200, examples = "\u0422\u0430\u0440\u0438\u0444") @Nullable
            String ru,

            @Schema(maxLength = 200, examples = "Plan") @Nullable
            String sv,

            @Schema(maxLength = 200, examples = "Piano") @Nullable
            String it) {}
}
