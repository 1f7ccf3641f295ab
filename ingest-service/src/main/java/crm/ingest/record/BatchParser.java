package crm.ingest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.record.RecordKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request, one record or a list of them, into a verdict for each. */
final class BatchParser {

    /** Most records in one request. */
    static final int MOST_RECORDS = 10_000;

    static final int DEEPEST = 16;
    static final int LONGEST_NUMBER = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .build();

    private BatchParser() {}

    /**
     * One verdict for each record, in the body's order.
     *
     * @throws ProblemException where the body is not JSON as a whole, or holds too many records
     */
    static List<Verdict> parse(RecordKind kind, byte[] body, Instant now) {
        requireUtf8(body);
        try (JsonParser json = FACTORY.createParser(body)) {
            return parse(json, new RecordParser(kind, now, SentText.of(body)));
        } catch (StreamConstraintsException beyondLimits) {
            throw unreadable(
                    "Nested deeper than " + DEEPEST + " levels, or a number or name that is too long", beyondLimits);
        } catch (JsonProcessingException malformed) {
            throw unreadable("Not valid JSON", malformed);
        } catch (IOException malformed) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not JSON in UTF-8.");
        }
    }

    private static List<Verdict> parse(JsonParser json, RecordParser parser) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        @Nullable JsonToken first = json.nextToken();
        if (first == null) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is empty.");
        }
        if (first != JsonToken.START_ARRAY) {
            verdicts.add(parser.read(json));
        } else {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (verdicts.size() == MOST_RECORDS) {
                    throw new ProblemException(
                            ProblemType.TOO_LARGE, "A request has at most " + MOST_RECORDS + " records.");
                }
                verdicts.add(parser.read(json));
            }
        }
        if (json.nextToken() != null) {
            throw new ProblemException(
                    ProblemType.UNREADABLE, "Something follows the JSON; several records are sent as a list.");
        }
        return verdicts;
    }

    /** Jackson would guess UTF-16 and UTF-32 by their NULs, and then knows no place by bytes. */
    private static void requireUtf8(byte[] body) {
        for (int i = 0; i < Math.min(4, body.length); i++) {
            if (body[i] == 0) {
                throw new ProblemException(ProblemType.UNREADABLE, "The body is not JSON in UTF-8.");
            }
        }
        if (body.length >= 2 && ((body[0] & body[1] & 0xfe) == 0xfe)) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not JSON in UTF-8.");
        }
    }

    private static ProblemException unreadable(String what, JsonProcessingException failure) {
        @Nullable JsonLocation place = failure.getLocation();
        String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return new ProblemException(ProblemType.UNREADABLE, what + where + ".");
    }
}
