package crm.ingest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import crm.http.problem.Problem;
import crm.http.problem.ProblemJson;
import crm.http.problem.ProblemType;
import crm.ingest.record.BatchAnswer.Rejection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers as bytes. One in which everything was refused is a problem too, and says so in the same words as others. */
public final class BatchAnswerJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Problem ALL_REFUSED =
            Problem.of(ProblemType.INVALID_CONTENT, "Every record was refused; nothing was stored. See errors.");

    private BatchAnswerJson() {}

    /** The whole response, to which whoever sends it may add headers. */
    public static Response.ResponseBuilder response(BatchAnswer answer) {
        return Response.status(answer.status())
                .entity(of(answer))
                .type(answer.status() == ALL_REFUSED.status() ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON);
    }

    static byte[] of(BatchAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            if (answer.status() == ALL_REFUSED.status()) {
                ProblemJson.writeHead(json, ALL_REFUSED);
            }
            json.writeNumberField("accepted", answer.accepted());
            json.writeNumberField("duplicates", answer.duplicates());
            json.writeNumberField("rejected", answer.rejected());
            writeErrors(json, answer);
            Long position = answer.position();
            if (position != null) {
                json.writeNumberField("position", position);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeErrors(JsonGenerator json, BatchAnswer answer) throws IOException {
        json.writeArrayFieldStart("errors");
        for (Rejection rejection : answer.rejections()) {
            json.writeStartObject();
            json.writeNumberField("index", rejection.index());
            String id = rejection.id();
            if (id != null) {
                json.writeStringField("id", id);
            }
            ProblemJson.writeMembers(json, rejection.violation());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
