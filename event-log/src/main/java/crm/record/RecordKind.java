package crm.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of record that partners push, such as deals: its collection, its fields and their rules. Endpoint, schema, CSV
 * header, event type, fact table and the loader's mapping are made from it.
 *
 * <p>Every record has besides {@code id} (1 to 128 characters, the sender's), {@code updatedAt} (its version) and
 * {@code custom} (a flat object of the tenant's own fields).
 *
 * @param collection plural in kebab case, as in paths: {@code campaign-events}
 * @param singular one of them in kebab case: {@code campaign-event}
 * @param person whether such a record is a person or may be one, who can ask to be forgotten
 * @param customFields what a tenant has registered of its own fields; of the kind itself none
 */
public record RecordKind(
        String collection,
        String singular,
        String description,
        List<Field> fields,
        boolean person,
        List<CustomField> customFields) {

    /** Longest record id, in characters. */
    public static final int ID_LENGTH = 128;

    public RecordKind {
        fields = List.copyOf(fields);
        customFields = List.copyOf(customFields);
        if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
            throw new IllegalArgumentException("a field is named twice in " + collection);
        }
    }

    static RecordKind of(String collection, String singular, String description, Field... fields) {
        return new RecordKind(collection, singular, description, List.of(fields), false, List.of());
    }

    /** The same kind, as one whose records are people or may be. */
    RecordKind mayBeAPerson() {
        return new RecordKind(collection, singular, description, fields, true, customFields);
    }

    /** The kind as a tenant has it that registered fields of its own. */
    public RecordKind withCustomFields(List<CustomField> registered) {
        return new RecordKind(collection, singular, description, fields, person, registered);
    }

    /** The CloudEvents type: {@code crm.campaign_event.v1}. */
    public String eventType() {
        return "crm." + singular.replace('-', '_') + ".v1";
    }

    /** Its table in the column store: {@code campaign_events}. */
    public String table() {
        return collection.replace('-', '_');
    }

    /** Its schema's name: {@code CampaignEvent}. */
    public String schemaName() {
        StringBuilder name = new StringBuilder();
        for (String word : singular.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return name.toString();
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Fields by name, for readers that look them up once a field. */
    public Map<String, Field> fieldsByName() {
        return fields.stream().collect(Collectors.toUnmodifiableMap(Field::name, Function.identity()));
    }
}
