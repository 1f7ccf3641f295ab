package crm.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A setting that may have been another one before a date: what it is called, what it may be and what it usually is. */
public enum Rule {
    ACTIVITY_WINDOW_DAYS("activityWindowDays", new Whole(1, 3650), "365"),
    RENEWAL_GRACE_DAYS("renewalGraceDays", new Whole(0, 365), "30"),
    SHORT_ABANDON_SECONDS("shortAbandonSeconds", new Whole(0, 600), "5"),
    SESSION_TIMEOUT_MINUTES("sessionTimeoutMinutes", new Whole(1, 1440), "30"),
    ATTRIBUTION_LOOKBACK_DAYS("attributionLookbackDays", new Whole(1, 365), "90"),
    REPEAT_CONTACT_DAYS("repeatContactDays", new Whole(1, 365), "7"),
    RESPONSE_TYPES(
            "responseTypes",
            new SomeOf(List.of(
                    "sent",
                    "delivered",
                    "bounced",
                    "opened",
                    "clicked",
                    "responded",
                    "converted",
                    "unsubscribed",
                    "complained")),
            "responded,converted"),
    FISCAL_CALENDAR("fiscalCalendar", new OneOf(List.of("gregorian", "4-4-5", "4-5-4", "5-4-4")), "gregorian"),
    FISCAL_YEAR_RULE("fiscalYearRule", new OneOf(List.of("nearest", "on-or-before", "on-or-after")), "nearest"),
    LANGUAGE("language", new OneOf(FieldDefinition.LANGUAGES), "en");

    private final String key;
    private final Allowed allowed;
    private final String usual;

    Rule(String key, Allowed allowed, String usual) {
        this.key = key;
        this.allowed = allowed;
        this.usual = usual;
    }

    /** As in JSON: {@code activityWindowDays}. */
    public String key() {
        return key;
    }

    public Allowed allowed() {
        return allowed;
    }

    /** What it is where nobody said. */
    public String usual() {
        return usual;
    }

    public static Optional<Rule> named(String key) {
        return Stream.of(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }

    /** What a rule may be. Its value is kept as text: a list with commas. */
    public sealed interface Allowed {}

    /** A whole number between two bounds, both included. */
    public record Whole(int minimum, int maximum) implements Allowed {}

    /** One of a few words. */
    public record OneOf(List<String> words) implements Allowed {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    /** One or more of a few words. */
    public record SomeOf(List<String> words) implements Allowed {
        public SomeOf {
            words = List.copyOf(words);
        }
    }
}
