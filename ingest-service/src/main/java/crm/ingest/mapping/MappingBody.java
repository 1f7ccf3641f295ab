package crm.ingest.mapping;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.mapping.Mapping.MadeId;
import crm.ingest.mapping.Mapping.UnknownColumns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as JSON, as requests and the shipped files give it. Everything that is wrong is told at once. */
final class MappingBody {

    static final int MOST_COLUMNS = 1_000;
    static final int MOST_VALUES = 10_000;
    static final int MOST_PATTERNS = 20;

    /** Of a mapping as text: it is kept whole with every import. */
    static final int LONGEST = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> NAMES = Set.of(
            "name",
            "collection",
            "description",
            "source",
            "file",
            "dates",
            "numbers",
            "columns",
            "constants",
            "ignoredColumns",
            "unknownColumns",
            "madeId");
    private static final Map<String, Charset> CHARSETS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "utf-16", StandardCharsets.UTF_16,
            "utf-16le", StandardCharsets.UTF_16LE,
            "utf-16be", StandardCharsets.UTF_16BE,
            "iso-8859-1", StandardCharsets.ISO_8859_1,
            "windows-1250", Charset.forName("windows-1250"),
            "windows-1251", Charset.forName("windows-1251"),
            "windows-1252", Charset.forName("windows-1252"));
    private static final Map<String, Character> SEPARATORS =
            Map.of(",", ',', ";", ';', "\t", '\t', "tab", '\t', "|", '|');

    private final MappingNode body;

    private MappingBody(ObjectNode object) {
        this.body = new MappingNode(object, "", new ArrayList<>());
    }

    /** The mapping that {@code bytes} spell, under {@code name} where one is given. */
    static WrittenMapping read(byte @Nullable [] bytes, @Nullable String name) {
        ObjectNode object = parse(bytes);
        if (name != null) {
            object.put("name", name);
        }
        MappingBody body = new MappingBody(object);
        Mapping mapping = body.mapping();
        List<Violation> violations = body.body.violations();
        if (violations.isEmpty()) {
            violations.addAll(MappingCheck.of(mapping));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_CONTENT, "See errors.", violations));
        }
        return new WrittenMapping(mapping, object.toString());
    }

    private static ObjectNode parse(byte @Nullable [] bytes) {
        if (bytes != null && bytes.length > LONGEST) {
            throw new ProblemException(ProblemType.TOO_LARGE, "A mapping has at most " + LONGEST + " bytes.");
        }
        try {
            JsonNode node = MAPPER.readTree(bytes == null ? new byte[0] : bytes);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not valid JSON.");
        }
        throw new ProblemException(ProblemType.UNREADABLE, "The body is not a JSON object.");
    }

    private Mapping mapping() {
        body.allow(NAMES);
        return new Mapping(
                MappingName.of(body),
                body.required("collection"),
                body.text("description", 2_000),
                body.text("source", 10_000),
                file(body.object("file")),
                dates(body.object("dates")),
                numbers(body.object("numbers")),
                columns(),
                body.texts("constants", MOST_COLUMNS),
                body.list("ignoredColumns", MOST_COLUMNS),
                body.choice("unknownColumns", UnknownColumns.class, UnknownColumns.REFUSE),
                madeId(body.object("madeId")));
    }

    private static FileFormat file(@Nullable MappingNode file) {
        if (file == null) {
            return FileFormat.USUAL;
        }
        file.allow(Set.of("charset", "separator"));
        return new FileFormat(
                file.member("charset", CHARSETS, StandardCharsets.UTF_8), file.member("separator", SEPARATORS, null));
    }

    private static DateRules dates(@Nullable MappingNode dates) {
        if (dates == null) {
            return DateRules.USUAL;
        }
        dates.allow(Set.of("patterns", "timeZone", "language"));
        String language = dates.text("language", 20);
        Locale locale = language == null ? Locale.ENGLISH : Locale.forLanguageTag(language);
        List<String> patterns = dates.list("patterns", MOST_PATTERNS);
        for (int index = 0; index < patterns.size(); index++) {
            String pattern = patterns.get(index);
            if (!isPattern(pattern, locale)) {
                dates.add("patterns/" + index, "invalid_pattern", "Such as d.M.yyyy HH:mm, or epoch-seconds.");
            }
        }
        return new DateRules(patterns, zone(dates), locale);
    }

    private static boolean isPattern(String pattern, Locale locale) {
        if (pattern.equals(DateRules.EPOCH_SECONDS) || pattern.equals(DateRules.EPOCH_MILLISECONDS)) {
            return true;
        }
        try {
            DateRules.formatter(pattern, locale);
            return pattern.contains("y") || pattern.contains("u");
        } catch (IllegalArgumentException noPattern) {
            return false;
        }
    }

    private static ZoneId zone(MappingNode dates) {
        String zone = dates.text("timeZone", 64);
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            dates.add("timeZone", "invalid_time_zone", "An IANA time zone such as Europe/Paris.");
            return ZoneOffset.UTC;
        }
    }

    private static NumberRules numbers(@Nullable MappingNode numbers) {
        if (numbers == null) {
            return NumberRules.USUAL;
        }
        numbers.allow(Set.of("decimal", "thousands"));
        Map<String, Character> signs = Map.of(",", ',', ".", '.');
        char decimal = numbers.member("decimal", signs, '.');
        char other = decimal == '.' ? ',' : '.';
        Map<String, Character> groups = Map.of(",", ',', ".", '.', "'", '\'', " ", ' ');
        char thousands = numbers.member("thousands", groups, other);
        if (thousands == decimal) {
            numbers.add("thousands", "out_of_range", "Another sign than that of decimals.");
        }
        return new NumberRules(decimal, thousands);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (MappingNode column : body.objects("columns", MOST_COLUMNS)) {
            columns.add(ColumnBody.read(column));
        }
        return columns;
    }

    private static @Nullable MadeId madeId(@Nullable MappingNode madeId) {
        if (madeId == null) {
            return null;
        }
        madeId.allow(Set.of("prefix", "columns"));
        String prefix = madeId.text("prefix", 64);
        return new MadeId(prefix == null ? "" : prefix, madeId.list("columns", MOST_COLUMNS));
    }
}
