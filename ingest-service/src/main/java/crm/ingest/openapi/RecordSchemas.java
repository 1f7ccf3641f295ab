package crm.ingest.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** Schemas and examples of record kinds. */
public final class RecordSchemas {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** A text that spells a number. */
    private static final String SPELLED = "^-?[0-9]{1,30}([.][0-9]{1,30})?$";

    /** Optional fields in an example, besides the required ones: enough to see how it goes. */
    private static final int OPTIONAL_FIELDS_SHOWN = 8;

    private RecordSchemas() {}

    static Schema of(RecordKind kind) {
        Schema schema = object(kind.fields()).description(kind.description());
        Map<String, Schema> properties = new LinkedHashMap<>();
        properties.put(
                "id", id("The sender's id, unique in tenant and collection.").addExample(exampleId(kind)));
        properties.put(
                "updatedAt",
                moment("The record's version: the highest wins, whatever the order of arrival. Missing: the time of"
                        + " receipt, and a record equal to the current version is a duplicate."));
        properties.putAll(schema.getProperties());
        properties.put("custom", custom());
        List<String> required = new ArrayList<>(List.of("id"));
        required.addAll(schema.getRequired() == null ? List.of() : schema.getRequired());
        return schema.properties(properties).required(required);
    }

    /** A record that is accepted as it stands. */
    public static Map<String, Object> example(RecordKind kind) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("id", exampleId(kind));
        example.put("updatedAt", "2026-03-02T09:30:00Z");
        int optional = 0;
        for (Field field : kind.fields()) {
            if (field.required() || optional++ < OPTIONAL_FIELDS_SHOWN) {
                example.put(field.name(), value(field));
            }
        }
        return example;
    }

    /** The least of such a record as a CSV of one row. */
    static String exampleRows(RecordKind kind) {
        StringJoiner header = new StringJoiner(",").add("id");
        StringJoiner row = new StringJoiner(",").add(exampleId(kind));
        kind.fields().stream().filter(Field::required).forEach(field -> {
            header.add(field.name());
            row.add('"' + String.valueOf(value(field)).replace("\"", "\"\"") + '"');
        });
        return header + "\n" + row + "\n";
    }

    private static String exampleId(RecordKind kind) {
        return kind.singular() + "-17";
    }

    private static Schema object(List<Field> fields) {
        Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT).additionalPropertiesBoolean(false);
        for (Field field : fields) {
            Schema property = of(field.type());
            String rule = property.getDescription();
            property.description(rule == null ? field.description() : field.description() + ' ' + rule);
            schema.addProperty(field.name(), property.addExample(value(field)));
            if (field.required()) {
                schema.addRequired(field.name());
            }
        }
        return schema;
    }

    private static Schema of(FieldType type) {
        return switch (type) {
            case FieldType.Text text -> string().maxLength(text.maximumLength());
            case FieldType.Reference reference -> id("Id of one of " + reference.collection() + '.');
            case FieldType.Choice choice -> string().enumeration(List.copyOf(choice.members()));
            case FieldType.Moment moment -> string().format("date-time");
            case FieldType.Day day -> string().format("date");
            case FieldType.Decimal decimal -> decimal(decimal);
            case FieldType.Currency currency -> string().pattern("^[A-Z]{3}$");
            case FieldType.Whole whole ->
                OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .minimum(BigDecimal.valueOf(whole.minimum()))
                        .maximum(BigDecimal.valueOf(whole.maximum()));
            case FieldType.Flag flag -> OASFactory.createSchema().addType(SchemaType.BOOLEAN);
            case FieldType.Texts texts -> list(texts.maximumItems(), item(texts));
            case FieldType.Objects objects -> list(objects.maximumItems(), object(objects.fields()));
        };
    }

    private static Schema decimal(FieldType.Decimal type) {
        return OASFactory.createSchema()
                .addType(SchemaType.NUMBER)
                .addType(SchemaType.STRING)
                .minimum(BigDecimal.valueOf(type.minimum()))
                .maximum(BigDecimal.valueOf(type.maximum()))
                .pattern(SPELLED)
                .description("At most " + type.scale() + " decimal places; a number or a text that spells" + " one.");
    }

    private static Schema item(FieldType.Texts texts) {
        return texts.members().isEmpty()
                ? string().minLength(1).maxLength(texts.maximumLength())
                : string().enumeration(List.copyOf(texts.members()));
    }

    private static Schema list(int maximumItems, Schema items) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .maxItems(maximumItems)
                .items(items);
    }

    private static Schema custom() {
        Schema value = OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .addType(SchemaType.NUMBER)
                .addType(SchemaType.BOOLEAN)
                .addType(SchemaType.NULL);
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .additionalPropertiesSchema(value)
                .description("The tenant's own fields: flat, at most 200, texts of at most 2000 characters.")
                .addExample(Map.of("roofAngle", 35));
    }

    private static Schema id(String description) {
        return string().minLength(1).maxLength(RecordKind.ID_LENGTH).description(description);
    }

    private static Schema moment(String description) {
        return string().format("date-time").description(description).addExample("2026-03-02T09:30:00Z");
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Object value(Field field) {
        try {
            return MAPPER.readValue(field.example(), Object.class);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException("the example of " + field.name() + " is not JSON", notJson);
        }
    }
}
