package crm.ingest.rejection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch (RFC 7396): members replace those of the same name, null takes one away. */
record MergePatch(ObjectNode patch) {

    /** As large as a record may be, so that what was mended can be sent. */
    static final int LARGEST = 256 << 10;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private static final JsonMapper LENIENT = MAPPER.rebuild()
            .disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static MergePatch of(byte @Nullable [] body) {
        try {
            if (MAPPER.readTree(body == null ? new byte[0] : body) instanceof ObjectNode patch) {
                return new MergePatch(patch);
            }
        } catch (IOException malformed) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not valid JSON.");
        }
        throw new ProblemException(ProblemType.UNREADABLE, "The body is not a JSON object.");
    }

    /** What was sent, changed by this. */
    String applyTo(Optional<String> payload) {
        String before = payload.orElseThrow(() -> new ProblemException(
                ProblemType.CONFLICT, "The record was too large to be kept; there is nothing to change."));
        String after = write(merged(read(before), patch));
        if (after.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new ProblemException(ProblemType.TOO_LARGE, "A record has at most " + LARGEST + " bytes.");
        }
        return after;
    }

    private static JsonNode merged(@Nullable JsonNode target, JsonNode change) {
        if (!(change instanceof ObjectNode members)) {
            return change;
        }
        ObjectNode result = target instanceof ObjectNode object ? object : MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            if (member.getValue().isNull()) {
                result.remove(member.getKey());
            } else {
                result.set(member.getKey(), merged(result.get(member.getKey()), member.getValue()));
            }
        }
        return result;
    }

    /** Of a member that was sent twice the last stays; that is a way to mend it. */
    private static JsonNode read(String payload) {
        try {
            return LENIENT.readTree(payload);
        } catch (JsonProcessingException notJson) {
            return MAPPER.createObjectNode();
        }
    }

    static boolean isJson(String text) {
        try {
            return !LENIENT.readTree(text).isMissingNode();
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }

    private static String write(JsonNode record) {
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
