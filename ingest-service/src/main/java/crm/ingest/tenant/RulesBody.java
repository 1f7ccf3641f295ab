package crm.ingest.tenant;

import crm.tenant.Rule;
import crm.tenant.Rule.OneOf;
import crm.tenant.Rule.SomeOf;
import crm.tenant.Rule.Whole;
import crm.tenant.Rules;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's dated settings as a request gives them.
 *
 * @param values what is wanted; what is absent stays
 * @param validFrom since which day it holds; absent: since ever
 */
record RulesBody(Map<Rule, String> values, @Nullable LocalDate validFrom) {

    static final String VALID_FROM = "validFrom";

    static final Set<String> NAMES = Stream.concat(
                    Stream.of(VALID_FROM), Stream.of(Rule.values()).map(Rule::key))
            .collect(Collectors.toUnmodifiableSet());

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    RulesBody {
        values = Map.copyOf(values);
    }

    /** Tells the body what is wrong with them. */
    static RulesBody of(JsonBody body) {
        Map<Rule, String> values = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            @Nullable String value = value(body, rule);
            if (value != null) {
                values.put(rule, value);
            }
        }
        @Nullable LocalDate validFrom = validFrom(body);
        if (body.has(VALID_FROM) && Stream.of(Rule.values()).noneMatch(rule -> body.has(rule.key()))) {
            body.add(VALID_FROM, "missing", "Say what is valid from then; other settings hold for all dates.");
        }
        return new RulesBody(values, validFrom);
    }

    private static @Nullable String value(JsonBody body, Rule rule) {
        return switch (rule.allowed()) {
            case Whole whole -> whole(body, rule.key(), whole);
            case OneOf one -> word(body, rule.key(), one.words());
            case SomeOf some -> words(body, rule.key(), some.words());
        };
    }

    private static @Nullable String whole(JsonBody body, String key, Whole bounds) {
        @Nullable Integer number = body.whole(key);
        if (number != null && (number < bounds.minimum() || number > bounds.maximum())) {
            body.add(key, "out_of_range", "From " + bounds.minimum() + " to " + bounds.maximum() + ".");
        }
        return number == null ? null : number.toString();
    }

    private static @Nullable String word(JsonBody body, String key, List<String> words) {
        @Nullable String word = body.text(key);
        if (word != null && !words.contains(word)) {
            body.add(key, "not_a_member", "One of " + String.join(", ", words) + ".");
        }
        return word;
    }

    private static @Nullable String words(JsonBody body, String key, List<String> words) {
        @Nullable List<String> given = body.texts(key);
        if (given != null && (given.isEmpty() || !words.containsAll(given))) {
            body.add(key, "not_a_member", "One or more of " + String.join(", ", words) + ".");
        }
        return given == null ? null : given.stream().distinct().collect(Collectors.joining(","));
    }

    private static @Nullable LocalDate validFrom(JsonBody body) {
        @Nullable String text = body.text(VALID_FROM);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(FIRST) || day.isAfter(LAST)) {
                body.add(VALID_FROM, "out_of_range", "From " + FIRST + " to " + LAST + ".");
            }
            return day;
        } catch (DateTimeParseException invalid) {
            body.add(VALID_FROM, "invalid_date", "A date, such as 2026-03-02.");
            return null;
        }
    }

    /** Every value with the day it holds since, of those rules that had several; of what always held, no day. */
    static Map<String, List<DatedValue>> history(Rules rules) {
        return Stream.of(Rule.values())
                .filter(rule -> rules.history(rule).size() > 1)
                .collect(Collectors.toMap(
                        Rule::key,
                        rule -> rules.history(rule).stream()
                                .map(since -> DatedValue.of(rule, since))
                                .toList(),
                        (one, other) -> one,
                        java.util.TreeMap::new));
    }

    /** A value as it is written in JSON: a number, a word or a list of words. */
    static Object json(Rule rule, String value) {
        return switch (rule.allowed()) {
            case Whole whole -> Integer.valueOf(value);
            case OneOf one -> value;
            case SomeOf some -> Rules.words(value);
        };
    }

    /** A value and since when it holds; without a day since ever. */
    record DatedValue(@Nullable String validFrom, Object value) {
        static DatedValue of(Rule rule, Rules.Since since) {
            return new DatedValue(
                    since.from().equals(Rules.EVER) ? null : since.from().toString(), json(rule, since.value()));
        }
    }
}
