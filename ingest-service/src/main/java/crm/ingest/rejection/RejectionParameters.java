package crm.ingest.rejection;

import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.record.RecordKinds;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads which rejections are asked for. It tells everything that is wrong at once. */
final class RejectionParameters {

    static final int MOST_SHOWN = 1_000;
    static final int USUALLY_SHOWN = 100;

    private static final Set<String> KNOWN = Set.of("collection", "code", "from", "to", "limit", "cursor");
    private static final Pattern CODE = Pattern.compile("[a-z_]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Map<String, List<String>> parameters;
    private final List<Violation> violations = new ArrayList<>();

    RejectionParameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .sorted()
                .forEach(name -> fault(name, "unknown_parameter", "Known are " + String.join(", ", sorted()) + "."));
    }

    /**
     * What is asked for.
     *
     * @param cursor the rejection that the page begins behind; absent on the first page
     */
    record Asked(Filter filter, int limit, @Nullable Long cursor) {}

    Asked read() {
        Filter filter = new Filter(collection(), code(), moment("from"), moment("to"));
        if (filter.from() != null && filter.to() != null && !filter.from().isBefore(filter.to())) {
            fault("to", "empty_range", "It must come after from.");
        }
        @Nullable Long limit = number("limit");
        if (limit != null && (limit < 1 || limit > MOST_SHOWN)) {
            fault("limit", "invalid_number", "From 1 to " + MOST_SHOWN + ".");
        }
        @Nullable Long cursor = number("cursor");
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETERS, "See errors.", violations));
        }
        return new Asked(filter, limit == null ? USUALLY_SHOWN : limit.intValue(), cursor);
    }

    private @Nullable String collection() {
        @Nullable String collection = one("collection");
        if (collection != null && RecordKinds.ofCollection(collection).isEmpty()) {
            fault("collection", "unknown_collection", "There is no such collection.");
        }
        return collection;
    }

    private @Nullable String code() {
        @Nullable String code = one("code");
        if (code != null && !CODE.matcher(code).matches()) {
            fault("code", "unknown_code", "A code as errors have it, such as invalid_number.");
        }
        return code;
    }

    private @Nullable Instant moment(String name) {
        @Nullable String text = one(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException invalid) {
            fault(name, "invalid_time", "RFC 3339 with offset, such as 2026-03-02T09:30:00Z.");
            return null;
        }
    }

    private @Nullable Long number(String name) {
        @Nullable String text = one(name);
        if (text == null) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            fault(
                    name,
                    name.equals("cursor") ? "invalid_cursor" : "invalid_number",
                    "What an answer gave as next, or a" + " number.");
            return null;
        }
        return Long.valueOf(text);
    }

    private @Nullable String one(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, "repeated", "It is given more than once.");
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private void fault(String parameter, String code, String detail) {
        violations.add(Violation.ofParameter(parameter, code, detail));
    }

    private static List<String> sorted() {
        return KNOWN.stream().sorted().toList();
    }
}
