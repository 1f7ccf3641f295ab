package crm.ingest.mapping;

import java.nio.charset.StandardCharsets;

/**
 * A mapping and how it was written.
 *
 * @param json as whoever wrote it spelled it
 */
public record WrittenMapping(Mapping mapping, String json) {

    /** The mapping that {@code json} spells, which was found to be sound before. */
    public static Mapping parse(String json) {
        return MappingBody.read(json.getBytes(StandardCharsets.UTF_8), null).mapping();
    }
}
