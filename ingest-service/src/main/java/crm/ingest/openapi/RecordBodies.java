package crm.ingest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.ingest.limit.Limits;
import crm.record.RecordKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The bodies in which records of a kind are sent, each with an example that is accepted as it stands. */
public final class RecordBodies {

    static final String DESCRIPTION =
            ("At most %,d records or %d MiB after unpacking, %d KiB a record, in UTF-8; packed"
                            + " where Content-Encoding says gzip. NDJSON has a record a line, and a line that cannot be read is"
                            + " refused alone. CSV names the fields in its first row; separators are comma, semicolon or tab; an"
                            + " empty cell is not given; texts of a list have a bar between them; other lists and custom are"
                            + " written as JSON; own fields are columns custom.<name>, with a number, true or false taken as"
                            + " such. A header that is wrong is told once, and then nothing is stored.")
                    .formatted(
                            Limits.PUBLISHED.recordsInARequest(),
                            Limits.PUBLISHED.bytesInARequest() >> 20,
                            Limits.PUBLISHED.bytesInARecord() >> 10);

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RecordBodies() {}

    static Content of(RecordKind kind) {
        return OASFactory.createContent()
                .addMediaType("application/json", json(kind))
                .addMediaType("application/x-ndjson", text(ndjson(kind), "A record a line."))
                .addMediaType("application/jsonl", text(ndjson(kind), "The same under its other name."))
                .addMediaType("text/csv", text(csv(kind), "A record a row, below a row of the fields' names."));
    }

    private static MediaType json(RecordKind kind) {
        Schema record = OASFactory.createSchema().ref("#/components/schemas/" + kind.schemaName());
        Schema records = OASFactory.createSchema()
                .addType(Schema.SchemaType.ARRAY)
                .maxItems(Limits.PUBLISHED.recordsInARequest())
                .items(record);
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema().addOneOf(record).addOneOf(records))
                .example(RecordSchemas.example(kind));
    }

    private static MediaType text(String example, String description) {
        return OASFactory.createMediaType()
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .maxLength(Limits.PUBLISHED.bytesInARequest())
                        .description(description))
                .example(example);
    }

    /** The example of {@code kind} on a line. */
    public static String ndjson(RecordKind kind) {
        return written(RecordSchemas.example(kind)) + '\n';
    }

    /** The example of {@code kind} as a header and a row. */
    public static String csv(RecordKind kind) {
        Map<String, Object> example = RecordSchemas.example(kind);
        String row = example.values().stream()
                .map(RecordBodies::cell)
                .map(RecordBodies::quoted)
                .collect(Collectors.joining(","));
        return String.join(",", example.keySet()) + '\n' + row + '\n';
    }

    private static String cell(Object value) {
        return switch (value) {
            case List<?> list
            when list.stream().allMatch(String.class::isInstance) ->
                list.stream().map(String.class::cast).collect(Collectors.joining("|"));
            case List<?> objects -> written(objects);
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String written(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
