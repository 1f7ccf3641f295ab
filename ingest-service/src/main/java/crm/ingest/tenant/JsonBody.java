package crm.ingest.tenant;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A small JSON object as a request's body. It collects everything that is wrong before anything is done. */
public final class JsonBody {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode object;
    private final List<Violation> violations = new ArrayList<>();

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /** Reads an object in which only {@code names} may stand. */
    public static JsonBody of(byte @Nullable [] bytes, Set<String> names) {
        JsonBody body = new JsonBody(parse(bytes));
        body.object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                body.add(name, "unknown_field", "There is no such field.");
            }
        });
        return body;
    }

    private static JsonNode parse(byte @Nullable [] bytes) {
        try {
            JsonNode node = MAPPER.readTree(bytes == null ? new byte[0] : bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (IOException malformed) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not valid JSON.");
        }
        throw new ProblemException(ProblemType.UNREADABLE, "The body is not a JSON object.");
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    public @Nullable String text(String name) {
        return read(name, JsonNode::isTextual, JsonNode::textValue, "A text.");
    }

    public @Nullable Integer whole(String name) {
        return read(name, JsonNode::canConvertToExactIntegral, JsonBody::nearestInt, "A whole number.");
    }

    public @Nullable List<String> texts(String name) {
        return read(name, JsonBody::isTexts, JsonBody::textsOf, "A list of texts.");
    }

    /** The members of an object of texts, in the order in which they are written. */
    @Nullable
    Map<String, String> textsByName(String name) {
        return read(name, JsonBody::isTextsByName, JsonBody::textsByNameOf, "An object of texts.");
    }

    private <T> @Nullable T read(String name, Predicate<JsonNode> fits, Function<JsonNode, T> reader, String expected) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!fits.test(value)) {
            add(name, "wrong_type", expected);
            return null;
        }
        return reader.apply(value);
    }

    /** What does not fit becomes the largest number, which no field allows. */
    private static Integer nearestInt(JsonNode number) {
        return number.canConvertToInt() ? number.intValue() : Integer.MAX_VALUE;
    }

    private static boolean isTexts(JsonNode value) {
        return value.isArray()
                && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isTextual);
    }

    private static List<String> textsOf(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    private static boolean isTextsByName(JsonNode value) {
        return value.isObject()
                && value.properties().stream()
                        .allMatch(entry -> entry.getValue().isTextual());
    }

    private static Map<String, String> textsByNameOf(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().textValue()));
        return texts;
    }

    public void add(String name, String code, String detail) {
        addAt('/' + escaped(name), code, detail);
    }

    /** Tells what is wrong with a member of a member. */
    void add(String name, String inner, String code, String detail) {
        addAt('/' + escaped(name) + '/' + escaped(inner), code, detail);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private void addAt(String pointer, String code, String detail) {
        if (violations.stream().noneMatch(known -> pointer.equals(known.pointer()))) {
            violations.add(Violation.at(pointer, code, detail));
        }
    }

    /** Ends the request where anything was wrong. */
    public void refuseIfWrong() {
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_CONTENT, "See errors.", violations));
        }
    }
}
