package crm.report.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.log.LoggedEvent;
import crm.record.Field;
import crm.record.FieldType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of one kind's events into rows of its table. */
final class RecordParser {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String CUSTOM = "custom";

    private final TableRow.Layout layout;
    private final ZoneId zone;
    private final Map<String, Target> targets = new HashMap<>();
    private final int version;
    private final int position;

    /** Where a field's value goes. */
    private record Target(FieldType type, int place) {}

    RecordParser(KindTable kind, ZoneId zone) {
        this.layout = TableRow.Layout.of(kind.current());
        this.zone = zone;
        for (Field field : kind.kind().fields()) {
            targets.put(field.name(), new Target(field.type(), layout.place(field.column())));
        }
        version = layout.place("version");
        position = layout.place("position");
    }

    TableRow parse(LoggedEvent event) {
        TableRow row = new TableRow(layout, zone);
        row.put(0, event.recordId()).put(version, event.version()).put(position, event.position());
        try (JsonParser json = JSON.createParser(event.data())) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                read(json, name, row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("position " + event.position(), broken);
        }
        return row;
    }

    private void read(JsonParser json, String name, TableRow row) throws IOException {
        Target target = targets.get(name);
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (target == null) {
            if (name.equals(CUSTOM)) {
                row.put(CUSTOM, structure(json));
            } else {
                json.skipChildren();
            }
            return;
        }
        int place = target.place();
        switch (target.type()) {
            case FieldType.Moment moment -> row.putMoment(place, Moments.read(json.getText()));
            case FieldType.Day day -> row.put(place, LocalDate.parse(json.getText()));
            case FieldType.Decimal decimal -> row.put(place, decimal(json, decimal.scale()));
            case FieldType.Whole whole -> row.put(place, new BigDecimal(json.getText()).longValueExact());
            case FieldType.Flag flag -> row.put(place, json.getBooleanValue());
            case FieldType.Text text -> row.put(place, json.getText());
            case FieldType.Reference reference -> row.put(place, json.getText());
            case FieldType.Choice choice -> row.put(place, json.getText());
            case FieldType.Currency currency -> row.put(place, json.getText());
            case FieldType.Texts texts -> row.put(place, structure(json));
            case FieldType.Objects objects -> row.put(place, structure(json));
        }
    }

    private static BigDecimal decimal(JsonParser json, int scale) throws IOException {
        return new BigDecimal(json.getText()).setScale(scale, RoundingMode.HALF_EVEN);
    }

    private static @Nullable String structure(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }
}
