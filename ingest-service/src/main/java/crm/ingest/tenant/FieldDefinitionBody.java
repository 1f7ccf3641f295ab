package crm.ingest.tenant;

import crm.record.CustomField;
import crm.record.RecordKinds;
import crm.tenant.FieldDefinition;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A field definition as a request gives it; everything wrong with it is told at once. */
final class FieldDefinitionBody {

    static final int MOST_CHOICES = 500;

    private static final int LONGEST_TEXT = 200;
    private static final Set<String> NAMES = Set.of("collection", "name", "type", "choices", "labels");

    private final JsonBody body;
    private final @Nullable FieldDefinition before;

    private FieldDefinitionBody(byte @Nullable [] bytes, @Nullable FieldDefinition before) {
        this.body = JsonBody.of(bytes, NAMES);
        this.before = before;
    }

    /** The definition of a request that says all of it. */
    static FieldDefinition whole(byte @Nullable [] bytes) {
        FieldDefinitionBody wanted = new FieldDefinitionBody(bytes, null);
        return wanted.read(
                wanted.needed("collection", FieldDefinitionBody::isCollection, "A collection, such as deals."),
                wanted.needed("name", CustomField::isName, "A letter, then letters, digits, _ and -; at most 64."));
    }

    /** The definition of a request whose address says of which field; where it says so too, it says the same. */
    static FieldDefinition of(byte @Nullable [] bytes, String collection, String name) {
        return new FieldDefinitionBody(bytes, null).readAt(collection, name);
    }

    /** The definition after a change: what is absent stays. */
    static FieldDefinition change(byte @Nullable [] bytes, FieldDefinition before) {
        return new FieldDefinitionBody(bytes, before)
                .readAt(before.collection(), before.field().name());
    }

    private FieldDefinition readAt(String collection, String name) {
        same("collection", collection);
        same("name", name);
        return read(collection, name);
    }

    private FieldDefinition read(@Nullable String collection, @Nullable String name) {
        CustomField.@Nullable Type type = type();
        List<String> choices = choices(type);
        Map<String, String> labels = labels();
        body.refuseIfWrong();
        if (collection == null || name == null || type == null) {
            throw new IllegalStateException("something is missing and was not told");
        }
        return new FieldDefinition(collection, new CustomField(name, type, choices), labels);
    }

    private @Nullable String needed(String field, Predicate<String> fits, String expected) {
        @Nullable String text = body.text(field);
        if (text == null || !fits.test(text)) {
            body.add(field, text == null ? "missing" : "invalid_text", expected);
        }
        return text;
    }

    private void same(String field, String expected) {
        @Nullable String text = body.text(field);
        if (text != null && !text.equals(expected)) {
            body.add(field, "not_a_member", "As in the address.");
        }
    }

    private CustomField.@Nullable Type type() {
        String expected = "One of string, number, date, boolean, choice.";
        @Nullable String text = body.text("type");
        if (text == null) {
            if (before == null) {
                body.add("type", "missing", expected);
            }
            return before == null ? null : before.field().type();
        }
        CustomField.@Nullable Type type = CustomField.Type.parse(text).orElse(null);
        if (type == null) {
            body.add("type", "not_a_member", expected);
        }
        return type;
    }

    private List<String> choices(CustomField.@Nullable Type type) {
        @Nullable List<String> given = body.texts("choices");
        if (type != CustomField.Type.CHOICE) {
            if (given != null && !given.isEmpty() && type != null) {
                body.add("choices", "unknown_field", "Only a choice has choices.");
            }
            return List.of();
        }
        List<String> choices = given != null
                ? given
                : before == null ? List.of() : before.field().choices();
        if (choices.isEmpty()) {
            body.add("choices", "missing", "A choice has 1 to " + MOST_CHOICES + " choices.");
        } else if (choices.size() > MOST_CHOICES) {
            body.add("choices", "too_many_items", "A choice has 1 to " + MOST_CHOICES + " choices.");
        }
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < choices.size(); place++) {
            if (!isShortText(choices.get(place))) {
                body.add("choices", Integer.toString(place), "invalid_text", "1 to " + LONGEST_TEXT + " characters.");
            } else if (!seen.add(choices.get(place))) {
                body.add("choices", Integer.toString(place), "repeated", "It is there already.");
            }
        }
        return choices;
    }

    private Map<String, String> labels() {
        @Nullable Map<String, String> given = body.textsByName("labels");
        if (given == null) {
            return before == null ? Map.of() : before.labels();
        }
        given.forEach((language, label) -> {
            if (!FieldDefinition.LANGUAGES.contains(language)) {
                body.add("labels", language, "unknown_field", "One of en, fr, id, ru, sv, it.");
            } else if (!isShortText(label)) {
                body.add("labels", language, "invalid_text", "1 to " + LONGEST_TEXT + " characters.");
            }
        });
        return given;
    }

    private static boolean isCollection(String text) {
        return RecordKinds.ofCollection(text).isPresent();
    }

    private static boolean isShortText(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_TEXT
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
