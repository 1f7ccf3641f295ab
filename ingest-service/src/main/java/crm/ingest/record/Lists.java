package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.ingest.record.Reading.Outcome;
import java.io.IOException;

/** Reads lists, item by item. */
final class Lists {

    private Lists() {}

    static Outcome read(Reading reading, StringBuilder canonical, int maximumItems, String expected, ValueReader item)
            throws IOException {
        JsonParser json = reading.json();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return Outcome.EMPTY;
        }
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return Scalars.wrongType(reading, expected);
        }
        int start = canonical.length();
        boolean sound = items(reading, canonical.append('['), maximumItems, item);
        if (!sound) {
            canonical.setLength(start);
            return Outcome.REFUSED;
        }
        canonical.append(']');
        return Outcome.GIVEN;
    }

    private static boolean items(Reading reading, StringBuilder canonical, int maximumItems, ValueReader item)
            throws IOException {
        boolean sound = true;
        int count = 0;
        for (; reading.json().nextToken() != JsonToken.END_ARRAY; count++) {
            if (count >= maximumItems) {
                reading.json().skipChildren();
                continue;
            }
            if (count > 0) {
                canonical.append(',');
            }
            reading.findings().enter(count);
            sound &= item.read(reading, canonical) == Outcome.GIVEN;
            reading.findings().leave();
        }
        if (count > maximumItems) {
            reading.refuse(Fault.TOO_MANY_ITEMS, "At most " + maximumItems + " items.");
            return false;
        }
        return sound;
    }
}
