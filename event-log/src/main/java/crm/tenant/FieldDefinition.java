package crm.tenant;

import crm.record.CustomField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a tenant says of a field of its own, in the records of one collection.
 *
 * @param labels what the field is called, by language
 */
public record FieldDefinition(String collection, CustomField field, Map<String, String> labels) {

    /** The languages that a label may be given in. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "id", "ru", "sv", "it");

    public FieldDefinition {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        if (!LANGUAGES.containsAll(labels.keySet())) {
            throw new IllegalArgumentException("no such language: " + labels.keySet());
        }
    }

    /** The label in a language, else in English, else the name. */
    public String label(String language) {
        String english = labels.getOrDefault("en", field.name());
        return labels.getOrDefault(language, english);
    }
}
