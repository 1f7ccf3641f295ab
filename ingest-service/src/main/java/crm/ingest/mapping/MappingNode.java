package crm.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import crm.http.problem.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An object in a mapping's JSON, at its place; what is wrong goes into one list with all the rest. */
record MappingNode(JsonNode object, String pointer, List<Violation> violations) {

    private static final int LONGEST = 500;

    void allow(Set<String> names) {
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                add(name, "unknown_field", "There is no such field.");
            }
        });
    }

    void add(String name, String code, String detail) {
        violations.add(Violation.at(pointer + '/' + name, code, detail));
    }

    /** A text that must be there; empty where it is not. */
    String required(String name) {
        String text = text(name, LONGEST);
        if (text == null && !object.hasNonNull(name)) {
            add(name, "missing", "The field must be given.");
        }
        return text == null ? "" : text;
    }

    @Nullable
    String text(String name) {
        return text(name, LONGEST);
    }

    @Nullable
    String text(String name, int longest) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return text(value, name, longest);
    }

    /** The text of {@code value}, which stands under {@code name}; null where it is none. */
    private @Nullable String text(JsonNode value, String name, int longest) {
        if (!value.isTextual()) {
            add(name, "wrong_type", "A text.");
            return null;
        }
        if (value.textValue().length() > longest) {
            add(name, "too_long", "At most " + longest + " characters.");
        }
        return value.textValue();
    }

    /** A list of texts, or a single one. */
    List<String> list(String name, int most) {
        JsonNode value = object.path(name);
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        List<String> texts = new ArrayList<>();
        items(name, most, "A list of texts.").forEach((place, item) -> {
            String text = text(item, place, LONGEST);
            if (text != null) {
                texts.add(text);
            }
        });
        return texts;
    }

    List<MappingNode> objects(String name, int most) {
        List<MappingNode> objects = new ArrayList<>();
        items(name, most, "A list of objects.").forEach((place, item) -> {
            if (item.isObject()) {
                objects.add(new MappingNode(item, pointer + '/' + place, violations));
            } else {
                add(place, "wrong_type", "An object.");
            }
        });
        return objects;
    }

    private Map<String, JsonNode> items(String name, int most, String expected) {
        JsonNode value = object.path(name);
        Map<String, JsonNode> items = new LinkedHashMap<>();
        if (value.isMissingNode() || value.isNull()) {
            return items;
        }
        if (!value.isArray()) {
            add(name, "wrong_type", expected);
        } else if (value.size() > most) {
            add(name, "too_many_items", "At most " + most + ".");
        } else {
            value.forEach(item -> items.put(name + '/' + items.size(), item));
        }
        return items;
    }

    @Nullable
    MappingNode object(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isObject()) {
            add(name, "wrong_type", "An object.");
            return null;
        }
        return new MappingNode(value, pointer + '/' + name, violations);
    }

    /** An object of texts. */
    Map<String, String> texts(String name, int most) {
        MappingNode texts = object(name);
        Map<String, String> found = new LinkedHashMap<>();
        if (texts != null && texts.object().size() > most) {
            add(name, "too_many_items", "At most " + most + ".");
        } else if (texts != null) {
            texts.object().fields().forEachRemaining(entry -> {
                String key = entry.getKey().replace("~", "~0").replace("/", "~1");
                String text = texts.text(entry.getValue(), key, LONGEST);
                if (text != null) {
                    found.put(entry.getKey(), text);
                }
            });
        }
        return found;
    }

    /** What a text stands for; {@code usual} where there is none. */
    @NullUnmarked
    <T> T member(String name, Map<String, T> members, T usual) {
        String text = text(name);
        if (text == null) {
            return usual;
        }
        T member = members.get(text.toLowerCase(Locale.ROOT));
        if (member == null) {
            add(name, "not_a_member", "One of " + String.join(", ", new TreeSet<>(members.keySet())) + ".");
        }
        return member == null ? usual : member;
    }

    <E extends Enum<E>> E choice(String name, Class<E> choices, E usual) {
        Map<String, E> members = new LinkedHashMap<>();
        for (E choice : choices.getEnumConstants()) {
            members.put(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'), choice);
        }
        return member(name, members, usual);
    }
}
