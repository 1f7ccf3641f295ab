package crm.ingest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import crm.http.problem.ProblemJson;
import crm.http.problem.Violation;
import crm.log.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns refused records into what the log keeps of them. */
final class Refusals {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Refusals() {}

    static Refusal of(Verdict.Refused refused) {
        TreeSet<String> codes =
                refused.violations().stream().map(Violation::code).collect(Collectors.toCollection(TreeSet::new));
        return new Refusal(refused.collection(), refused.id(), refused.payload(), codes, errors(refused.violations()));
    }

    private static String errors(List<Violation> violations) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartArray();
            for (Violation violation : violations) {
                json.writeStartObject();
                ProblemJson.writeMembers(json, violation);
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
