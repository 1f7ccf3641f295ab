package crm.http.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Problems as bytes, the same whether a resource or the HTTP server itself refuses. */
public final class ProblemJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ProblemJson() {}

    public static byte[] of(Problem problem) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            writeHead(json, problem);
            json.writeArrayFieldStart("errors");
            for (Violation violation : problem.errors()) {
                json.writeStartObject();
                writeMembers(json, violation);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The members that every problem has, without its errors. */
    public static void writeHead(JsonGenerator json, Problem problem) throws IOException {
        json.writeStringField("type", problem.type().uri());
        json.writeStringField("title", problem.type().title());
        json.writeNumberField("status", problem.status());
        json.writeStringField("detail", writable(problem.detail()));
        writeIfPresent(json, "instance", problem.instance());
    }

    /** The members of one error. */
    public static void writeMembers(JsonGenerator json, Violation violation) throws IOException {
        writeIfPresent(json, "pointer", violation.pointer());
        writeIfPresent(json, "parameter", violation.parameter());
        json.writeStringField("code", violation.code());
        json.writeStringField("detail", writable(violation.detail()));
    }

    private static void writeIfPresent(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, writable(value));
        }
    }

    /** What a request named may hold half characters, which no JSON can be written with; each becomes {@code ?}. */
    public static String writable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
