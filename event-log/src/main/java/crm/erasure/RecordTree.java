package crm.erasure;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import java.util.List;
import java.util.Optional;

/** A record's content as a tree in which texts can be replaced. */
public final class RecordTree {

    private static final String CUSTOM = "custom";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private final RecordKind kind;
    private final ObjectNode root;
    private boolean changed;

    /** Decides what becomes of a value. */
    public interface Rule {

        /** The text to stand there instead; the same text where nothing is to change. */
        String text(Field field, String text);

        /** Whether a value that is no text goes. */
        boolean goes(Field field);

        /** What stands instead of a text among the tenant's own fields. */
        String custom(String text);
    }

    private RecordTree(RecordKind kind, ObjectNode root) {
        this.kind = kind;
        this.root = root;
    }

    public static RecordTree of(RecordKind kind, String data) {
        try {
            JsonNode node = MAPPER.readTree(data);
            return new RecordTree(kind, node instanceof ObjectNode object ? object : MAPPER.createObjectNode());
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("what the log holds is JSON", notJson);
        }
    }

    /** Whether one of the fields that tell of a person says just this, in whatever letters. */
    public boolean hasPersonal(String text) {
        return kind.fields().stream()
                .filter(Field::personal)
                .anyMatch(field -> root.get(field.name()) instanceof TextNode value
                        && Person.folded(value.textValue()).equals(Person.folded(text)));
    }

    /** The content with what the rule replaced; nothing where that is nothing. */
    public Optional<String> apply(Rule rule) {
        apply(kind.fields(), root, rule);
        if (root.get(CUSTOM) instanceof ObjectNode custom) {
            custom.properties().forEach(member -> {
                if (member.getValue() instanceof TextNode text) {
                    member.setValue(replaced(text, rule.custom(text.textValue())));
                }
            });
        }
        try {
            return changed ? Optional.of(MAPPER.writeValueAsString(root)) : Optional.empty();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void apply(List<Field> fields, ObjectNode object, Rule rule) {
        for (Field field : fields) {
            JsonNode value = object.get(field.name());
            if (value == null) {
                continue;
            }
            if (field.type() instanceof FieldType.Objects objects) {
                value.forEach(item -> {
                    if (item instanceof ObjectNode member) {
                        apply(objects.fields(), member, rule);
                    }
                });
            } else if (value instanceof ArrayNode items) {
                for (int index = 0; index < items.size(); index++) {
                    if (items.get(index) instanceof TextNode text) {
                        items.set(index, replaced(text, rule.text(field, text.textValue())));
                    }
                }
            } else if (isText(field) && value instanceof TextNode text) {
                object.set(field.name(), replaced(text, rule.text(field, text.textValue())));
            } else if (rule.goes(field)) {
                object.remove(field.name());
                changed = true;
            }
        }
    }

    private static boolean isText(Field field) {
        return field.type() instanceof FieldType.Text || field.type() instanceof FieldType.Reference;
    }

    private TextNode replaced(TextNode before, String after) {
        if (before.textValue().equals(after)) {
            return before;
        }
        changed = true;
        return TextNode.valueOf(after);
    }
}
