package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.record.Reading.Outcome;
import crm.record.FieldType.Objects;
import java.io.IOException;

/** Reads a list of objects, such as a history. */
final class ObjectsReader implements ValueReader {

    private final int maximumItems;
    private final Members members;

    ObjectsReader(Objects type) {
        this.maximumItems = type.maximumItems();
        this.members = Members.of(type.fields());
    }

    @Override
    public Outcome read(Reading reading, StringBuilder canonical) throws IOException {
        return Lists.read(reading, canonical, maximumItems, "A list of objects.", this::readItem);
    }

    private Outcome readItem(Reading reading, StringBuilder canonical) throws IOException {
        JsonParser json = reading.json();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return Scalars.wrongType(reading, "An object.");
        }
        Members.Values values = members.values();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            values.read(name, reading);
        }
        return values.write(reading, canonical) ? Outcome.GIVEN : Outcome.REFUSED;
    }
}
