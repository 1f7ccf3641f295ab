package crm.ingest.mapping;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of the columns of a file. */
@Schema(description = "What became of the file's columns.")
public record ColumnUse(
        @Schema(required = true, description = "Columns that give values.")
        List<String> mapped,

        @Schema(required = true, description = "Columns that are passed over.")
        List<String> ignored,

        @Schema(required = true, description = "Columns that the mapping names and the file has not.")
        List<String> missing) {

    public ColumnUse {
        mapped = List.copyOf(mapped);
        ignored = List.copyOf(ignored);
        missing = List.copyOf(missing);
    }
}
