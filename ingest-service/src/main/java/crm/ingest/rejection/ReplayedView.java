package crm.ingest.rejection;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.ingest.rejection.Replays.Many;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rejections that were sent once more.
 *
 * @param rejected refused again, and still kept
 * @param next the cursor to go on with; null where there are no more
 */
@Schema(name = "Replayed")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ReplayedView(
        @Schema(description = "Stored now.", examples = "12")
        int accepted,

        @Schema(description = "Stored before with the same content.", examples = "0")
        int duplicates,

        @Schema(description = "Refused again, and still kept.", examples = "1")
        int rejected,

        @Schema(
                description = "The cursor to go on with; null where there are no more.",
                examples = "17",
                nullable = true)
        @Nullable
        String next) {

    static ReplayedView of(Many replayed) {
        return new ReplayedView(
                replayed.accepted(),
                replayed.duplicates(),
                replayed.rejected(),
                replayed.more() ? Long.toString(replayed.last()) : null);
    }
}
