package crm.ingest.record;

import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The formats in which records are sent. */
public enum BodyFormat {
    /** One record or a list of them. */
    JSON(Set.of(MediaType.APPLICATION_JSON)),
    /** A record a line. */
    NDJSON(Set.of(BodyFormat.APPLICATION_X_NDJSON, BodyFormat.APPLICATION_JSONL)),
    /** A record a row, below a header that names the fields. */
    CSV(Set.of(BodyFormat.TEXT_CSV));

    static final String APPLICATION_X_NDJSON = "application/x-ndjson";
    static final String APPLICATION_JSONL = "application/jsonl";
    static final String TEXT_CSV = "text/csv";

    private final Set<String> mediaTypes;

    BodyFormat(Set<String> mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    static Optional<BodyFormat> of(MediaType type) {
        String name = type.getType() + '/' + type.getSubtype();
        return Stream.of(values())
                .filter(format -> format.mediaTypes.stream().anyMatch(name::equalsIgnoreCase))
                .findFirst();
    }
}
