package crm.ingest.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random records of a kind, spelled in every format. Values are JSON, by the names of their fields. */
record AnyRecord(RecordKind kind, Map<String, String> values) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String[] LETTERS = {"a", "Z", "é", "😀", " ", ",", ";", "\"", "\n", "\t", "|", "{", "7", "'"};

    static AnyRecord of(RecordKind kind, Random random) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", json("r-" + random.nextInt(5)));
        if (random.nextBoolean()) {
            values.put("updatedAt", json(moment(random)));
        }
        for (Field field : kind.fields()) {
            if (field.required() || random.nextInt(3) == 0) {
                values.put(field.name(), value(field, random));
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            values.put(
                    "custom.c" + i,
                    List.of("7", "-0.50", "true", json("07"), json(text(random, 9)))
                            .get(random.nextInt(5)));
        }
        return new AnyRecord(kind, values);
    }

    private static String value(Field field, Random random) {
        return switch (field.type()) {
            case FieldType.Text text -> json(text(random, Math.min(12, text.maximumLength())));
            case FieldType.Reference reference -> json("x " + random.nextInt(9));
            case FieldType.Choice choice ->
                json(choice.members().get(random.nextInt(choice.members().size())));
            case FieldType.Moment moment -> json(moment(random));
            case FieldType.Texts texts
            when texts.members().isEmpty() ->
                IntStream.range(0, 1 + random.nextInt(3))
                        .mapToObj(i -> json("k" + random.nextInt(99)))
                        .collect(Collectors.joining(",", "[", "]"));
            default -> field.example();
        };
    }

    private static String moment(Random random) {
        return Instant.ofEpochSecond(1_700_000_000 + random.nextInt(50_000_000)).toString();
    }

    private static String text(Random random, int length) {
        return IntStream.range(0, random.nextInt(length))
                .mapToObj(i -> LETTERS[random.nextInt(LETTERS.length)])
                .collect(Collectors.joining("", "", "."));
    }

    private static String json(String text) {
        StringBuilder json = new StringBuilder();
        JsonText.append(text, json);
        return json.toString();
    }

    /** The record as a JSON object, its fields in any order. */
    String asJson(Random random) {
        List<String> members = values.entrySet().stream()
                .filter(value -> !value.getKey().startsWith("custom."))
                .map(value -> json(value.getKey()) + ":" + value.getValue())
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        String custom = values.entrySet().stream()
                .filter(value -> value.getKey().startsWith("custom."))
                .map(value -> json(value.getKey().substring(7)) + ":" + value.getValue())
                .collect(Collectors.joining(","));
        if (!custom.isEmpty()) {
            members.add("\"custom\":{" + custom + "}");
        }
        java.util.Collections.shuffle(members, random);
        return "{" + String.join(",", members) + "}";
    }

    /** The record as an event whose data tell nothing twice. */
    String asEvent(Random random) {
        Map<String, String> data = new LinkedHashMap<>(values);
        String subject = data.remove("id");
        String time = data.remove("updatedAt");
        return "{\"specversion\":\"1.0\",\"id\":\"e\",\"source\":\"/s\",\"type\":" + json(kind.eventType())
                + ",\"subject\":" + subject + (time == null ? "" : ",\"time\":" + time) + ",\"data\":"
                + new AnyRecord(kind, data).asJson(random) + "}";
    }

    /** The record as a row of these columns. */
    String asRow(List<String> columns, char separator) {
        return columns.stream()
                .map(column -> values.containsKey(column) ? cell(column, String.valueOf(values.get(column))) : "")
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    private static String cell(String column, String json) {
        boolean quoted = json.startsWith("\"");
        if (!quoted) {
            return json;
        }
        try {
            String text = MAPPER.readValue(json, String.class);
            return column.startsWith("custom.") && text.matches("[0-9]+") ? json : text;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
