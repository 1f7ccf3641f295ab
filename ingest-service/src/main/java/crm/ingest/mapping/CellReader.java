package crm.ingest.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.record.Field;
import crm.record.FieldType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the text of a cell, which is not empty, as a field's value. */
@FunctionalInterface
interface CellReader {

    /** For lists that are spelled as JSON. */
    JsonMapper LISTS = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** What there is in the cell. */
    Cell read(String text);

    /** Reads cells for {@code id}, {@code updatedAt}, one of the kind's fields or one of the tenant's own. */
    static CellReader of(Column column, Optional<Field> field, NumberRules numbers, DateRules.Reader dates) {
        if (column.to().equals("updatedAt")) {
            return moment(dates);
        }
        if (column.to().startsWith(Mapping.CUSTOM)) {
            return custom(column, numbers, dates);
        }
        return field.map(known -> of(known.type(), column, numbers, dates)).orElse(Cell.Text::new);
    }

    private static CellReader of(FieldType type, Column column, NumberRules numbers, DateRules.Reader dates) {
        return switch (type) {
            case FieldType.Text text -> Cell.Text::new;
            case FieldType.Reference reference -> Cell.Text::new;
            case FieldType.Choice choice -> Cell.Text::new;
            case FieldType.Currency currency -> text -> new Cell.Text(text.toUpperCase(Locale.ROOT));
            case FieldType.Moment moment -> moment(dates);
            case FieldType.Day day -> day(dates);
            case FieldType.Decimal decimal -> new NumberReader(numbers, column.unit(), decimal.maximum() == 1);
            case FieldType.Whole whole -> new NumberReader(numbers, column.unit(), false);
            case FieldType.Flag flag -> CellReader::flag;
            case FieldType.Texts texts -> text -> list(text, column.splitBy());
            case FieldType.Objects objects -> CellReader::json;
        };
    }

    private static CellReader custom(Column column, NumberRules numbers, DateRules.Reader dates) {
        return switch (column.as()) {
            case TEXT -> Cell.Text::new;
            case NUMBER -> new NumberReader(numbers, column.unit(), false);
            case FLAG -> CellReader::flag;
            case DATE -> day(dates);
        };
    }

    private static CellReader moment(DateRules.Reader dates) {
        return text -> dates.moment(text)
                .<Cell>map(moment -> new Cell.Text(moment.toString()))
                .orElse(new Cell.Wrong("invalid_timestamp", "is no time in a form that the mapping knows"));
    }

    private static CellReader day(DateRules.Reader dates) {
        return text -> dates.day(text)
                .<Cell>map(day -> new Cell.Text(day.toString()))
                .orElse(new Cell.Wrong("invalid_date", "is no date in a form that the mapping knows"));
    }

    private static Cell flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "y", "t", "1", "x" -> new Cell.Literal("true");
            case "false", "no", "n", "f", "0" -> new Cell.Literal("false");
            default -> new Cell.Wrong("wrong_type", "is neither true nor false");
        };
    }

    private static Cell list(String text, String separator) {
        if (text.startsWith("[")) {
            return json(text);
        }
        StringBuilder list = new StringBuilder("[");
        for (String item : text.split(Pattern.quote(separator), -1)) {
            String trimmed = ColumnName.trimmed(item);
            if (!trimmed.isEmpty()) {
                list.append(list.length() == 1 ? "\"" : ",\"");
                JsonStringEncoder.getInstance().quoteAsString(trimmed, list);
                list.append('"');
            }
        }
        return new Cell.Literal(list.append(']').toString());
    }

    private static Cell json(String text) {
        try {
            return new Cell.Literal(LISTS.readTree(text).toString());
        } catch (JsonProcessingException noJson) {
            return new Cell.Wrong("wrong_type", "is no list in JSON");
        }
    }
}
