package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;
import crm.record.CustomField;
import crm.record.FieldType;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a cell as the JSON value that it stands for. What it cannot stand for is written as text, so that the reader of
 * the field refuses it in its own words.
 */
@FunctionalInterface
interface CellWriter {

    /** Writes a cell that is not empty. */
    void write(String cell, StringBuilder json);

    /** Text as it is, spaces too. */
    CellWriter TEXT = JsonText::append;

    /** A word, a date, a moment: nothing that spaces around it could belong to. */
    CellWriter WORD = (cell, json) -> JsonText.append(cell.strip(), json);

    CellWriter NUMBER = (cell, json) -> {
        String text = cell.strip();
        if (Cells.isNumber(text)) {
            json.append(text);
        } else {
            JsonText.append(text, json);
        }
    };

    CellWriter FLAG = (cell, json) -> {
        String text = cell.strip().toLowerCase(Locale.ROOT);
        if (Cells.isFlag(text)) {
            json.append(text);
        } else {
            JsonText.append(cell, json);
        }
    };

    /** JSON in a cell. */
    CellWriter NESTED = (cell, json) -> {
        if (Cells.isJson(cell)) {
            json.append(cell);
        } else {
            JsonText.append(cell, json);
        }
    };

    /** A JSON array, or texts with a bar between them. */
    CellWriter TEXTS = (cell, json) -> {
        if (cell.stripLeading().startsWith("[") && Cells.isJson(cell)) {
            json.append(cell);
            return;
        }
        char separator = '[';
        for (String text : cell.split("\\|", -1)) {
            JsonText.append(text.strip(), json.append(separator));
            separator = ',';
        }
        json.append(']');
    };

    /** A number, true or false where it is spelled as in JSON, else text; quoted as in JSON it is text always. */
    CellWriter CUSTOM = (cell, json) -> {
        boolean quoted = cell.startsWith("\"") && Cells.isJson(cell);
        if (quoted || Cells.isNumber(cell) || Cells.isFlag(cell)) {
            json.append(cell);
        } else {
            JsonText.append(cell, json);
        }
    };

    /** The writer of cells whose field a tenant registered with this type. */
    static CellWriter of(CustomField.Type type) {
        return switch (type) {
            case STRING -> TEXT;
            case NUMBER -> NUMBER;
            case DATE, CHOICE -> WORD;
            case BOOLEAN -> FLAG;
        };
    }

    /** The writer of cells whose field has this type. */
    static CellWriter of(FieldType type) {
        return switch (type) {
            case FieldType.Text text -> TEXT;
            case FieldType.Reference reference -> TEXT;
            case FieldType.Choice choice -> WORD;
            case FieldType.Currency currency -> WORD;
            case FieldType.Moment moment -> WORD;
            case FieldType.Day day -> WORD;
            case FieldType.Decimal decimal -> NUMBER;
            case FieldType.Whole whole -> NUMBER;
            case FieldType.Flag flag -> FLAG;
            case FieldType.Texts texts -> TEXTS;
            case FieldType.Objects objects -> NESTED;
        };
    }

    /** What a cell is spelled like. */
    final class Cells {

        private static final Pattern NUMBER_IN_JSON =
                Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,9})?");

        private Cells() {}

        private static boolean isNumber(String text) {
            return NUMBER_IN_JSON.matcher(text).matches();
        }

        private static boolean isFlag(String text) {
            return text.equals("true") || text.equals("false");
        }

        private static boolean isJson(String text) {
            try (JsonParser json = RecordJson.FACTORY.createParser(text)) {
                json.nextToken();
                json.skipChildren();
                return json.nextToken() == null;
            } catch (IOException malformed) {
                return false;
            }
        }
    }
}
