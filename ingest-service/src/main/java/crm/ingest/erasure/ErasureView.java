package crm.ingest.erasure;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was removed.
 *
 * @param records by collection, records that were about the person; what is left of them names nobody
 * @param mentions by collection, other records that referred to the person or held an address or name of theirs
 * @param rejections refused records, and refused rows of imports, that were deleted
 * @param imports that were not over and whose file named the person, stopped
 */
@Schema(name = "Erasure", description = "What was removed.")
public record ErasureView(
        @Schema(
                description =
                        "Records about the person, by collection. What is left of them names nobody, and counts as"
                                + " before.",
                examples = "{\"leads\": 1}")
        Map<String, Integer> records,

        @Schema(
                description = "Other records that referred to the person or held an address or a name of theirs, by"
                        + " collection.",
                examples = "{\"calls\": 3, \"deals\": 1}")
        Map<String, Integer> mentions,

        @Schema(description = "Refused records, and refused rows of imports, that were deleted.", examples = "2")
        int rejections,

        @Schema(
                description = "Imports that were stopped, and their files removed, because a row of theirs is about the"
                        + " person or refers to them. Import the file again: what was read counts as duplicates, and"
                        + " the person's rows are refused.",
                examples = "[\"i_1q2w3e4r5t6z\"]")
        List<String> imports) {

    public ErasureView {
        records = Map.copyOf(records);
        mentions = Map.copyOf(mentions);
        imports = List.copyOf(imports);
    }
}
