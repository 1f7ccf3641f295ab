package crm.report.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKinds;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The small company of ann, bob and cid, read from {@code acme}. */
final class Acme {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Acme() {}

    static World world() {
        return world("/acme/records.jsonl");
    }

    /** The same company with what reports tell of besides: what was done and planned, paid and spent, and whom it knows. */
    static World busy() {
        return world("/acme/records.jsonl", "/acme/business.jsonl");
    }

    private static World world(String... files) {
        List<Pushed> pushed = new ArrayList<>();
        for (String file : files) {
            read(file, pushed);
        }
        return new World(
                ZoneId.of("Europe/Brussels"), "EUR", DayOfWeek.MONDAY, Instant.parse("2026-04-10T12:00:00Z"), pushed);
    }

    private static void read(String file, List<Pushed> pushed) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Acme.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                pushed.add(pushed(JSON.readTree(line), pushed.size()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Pushed pushed(JsonNode line, int place) {
        String collection = line.get("collection").asText();
        return new Pushed(
                collection,
                line.get("id").asText(),
                Instant.parse(line.get("updatedAt").asText()),
                Instant.parse("2026-04-10T00:00:00Z").plusSeconds(place),
                line.path("deleted").asBoolean(),
                fields(RecordKinds.ofCollection(collection).orElseThrow().fields(), line.path("data")));
    }

    private static Map<String, Object> fields(List<Field> known, JsonNode data) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : known) {
            if (data.has(field.name())) {
                fields.put(field.name(), value(field.type(), data.get(field.name())));
            }
        }
        if (fields.size() != data.size()) {
            throw new IllegalArgumentException("a field is unknown: " + data);
        }
        return fields;
    }

    private static Object value(FieldType type, JsonNode node) {
        List<Object> items = new ArrayList<>();
        return switch (type) {
            case FieldType.Moment moment -> Instant.parse(node.asText());
            case FieldType.Decimal decimal -> new BigDecimal(node.asText());
            case FieldType.Whole whole -> new BigDecimal(node.asText());
            case FieldType.Flag flag -> node.asBoolean();
            case FieldType.Texts texts -> {
                node.forEach(each -> items.add(each.asText()));
                yield items;
            }
            case FieldType.Objects objects -> {
                node.forEach(each -> items.add(fields(objects.fields(), each)));
                yield items;
            }
            case FieldType.Day day -> node.asText();
            case FieldType.Text text -> node.asText();
            case FieldType.Reference reference -> node.asText();
            case FieldType.Choice choice -> node.asText();
            case FieldType.Currency currency -> node.asText();
        };
    }
}
