package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A tenant of the product: pushes records with one key, asks questions with the other, and sees what it pushed. */
final class Partner {

    private static final int BATCH = 1_000;
    private static final int PAGE = 1_000;
    private static final Duration VISIBLE_LIMIT = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Api ingest;
    private final Api report;
    private long position;

    Partner(Api ingest, Api report) {
        this.ingest = ingest;
        this.report = report;
    }

    Api ingest() {
        return ingest;
    }

    Api report() {
        return report;
    }

    /** The verdicts on records, counted. */
    record Verdicts(long accepted, long duplicates) {
        Verdicts plus(Verdicts other) {
            return new Verdicts(accepted + other.accepted, duplicates + other.duplicates);
        }
    }

    /** Pushes records in batches, none of which may be refused in any part. */
    Verdicts push(String collection, List<ObjectNode> records) {
        Verdicts verdicts = new Verdicts(0, 0);
        for (int start = 0; start < records.size(); start += BATCH) {
            verdicts = verdicts.plus(
                    pushBatch(collection, records.subList(start, Math.min(start + BATCH, records.size()))));
        }
        return verdicts;
    }

    private Verdicts pushBatch(String collection, List<ObjectNode> records) {
        ArrayNode body = JSON.createArrayNode().addAll(records);
        JsonNode answer = ingest.post("/v1/" + collection, body).json(202);
        position = Math.max(position, answer.required("position").asLong());
        return new Verdicts(
                answer.required("accepted").asLong(),
                answer.required("duplicates").asLong());
    }

    /** The answer with everything in it that was pushed so far. */
    MetricAnswer ask(Question question) {
        return new MetricAnswer(seen(question.with("minPosition", position).path()));
    }

    /** The rows that the answer to a question counted, of all pages. */
    List<JsonNode> records(Question question) {
        List<JsonNode> records = new ArrayList<>();
        Question page = question.with("minPosition", position).with("limit", PAGE);
        JsonNode answer = seen(page.recordsPath());
        answer.required("records").forEach(records::add);
        while (answer.hasNonNull("next")) {
            answer = seen(page.with("cursor", answer.required("next").asText()).recordsPath());
            answer.required("records").forEach(records::add);
        }
        return records;
    }

    private JsonNode seen(String path) {
        long deadline = System.nanoTime() + VISIBLE_LIMIT.toNanos();
        Reply reply = report.get(path);
        while (reply.status() == 503 && System.nanoTime() < deadline) {
            Waiting.pause(Duration.ofMillis(100));
            reply = report.get(path);
        }
        return reply.json(200);
    }
}
