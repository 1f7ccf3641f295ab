package crm.record;

import crm.record.FieldType.Choice;
import crm.record.FieldType.Currency;
import crm.record.FieldType.Day;
import crm.record.FieldType.Decimal;
import crm.record.FieldType.Flag;
import crm.record.FieldType.Moment;
import crm.record.FieldType.Objects;
import crm.record.FieldType.Reference;
import crm.record.FieldType.Tense;
import crm.record.FieldType.Text;
import crm.record.FieldType.Texts;
import crm.record.FieldType.Whole;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One field of a record kind.
 *
 * @param name lower camel case, as in JSON
 * @param required whether a record without it is refused
 * @param description what it means, for the API's reader
 * @param example a valid value, spelled as JSON
 * @param personal whether it holds what tells something of a person: a name, an address, free text
 */
public record Field(
        String name, FieldType type, boolean required, String description, String example, boolean personal) {

    private static final Pattern CAMEL_CASE = Pattern.compile("[a-z][a-zA-Z0-9]*");

    public Field {
        if (!CAMEL_CASE.matcher(name).matches()) {
            throw new IllegalArgumentException("not lower camel case: " + name);
        }
    }

    /** The same field, refused when absent. */
    public Field mustBeGiven() {
        return new Field(name, type, true, description, example, personal);
    }

    /** The same field, as one that holds personal data: an erasure empties it. */
    Field aboutAPerson() {
        return new Field(name, type, required, description, example, true);
    }

    /** Its column in the column store: snake case. */
    public String column() {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    static Field text(String name, int maximumLength, String description, String example) {
        return optional(name, new Text(maximumLength), description, quoted(example));
    }

    static Field word(String name, String description, String example) {
        return text(name, 200, description, example);
    }

    static Field reference(String name, String collection, String description, String example) {
        return optional(name, new Reference(collection), description, quoted(example));
    }

    static Field choice(String name, String description, String... members) {
        return optional(name, new Choice(List.of(members)), description, quoted(members[0]));
    }

    static Field happened(String name, String description, String example) {
        return optional(name, new Moment(Tense.HAPPENED), description, quoted(example));
    }

    static Field planned(String name, String description, String example) {
        return optional(name, new Moment(Tense.PLANNED), description, quoted(example));
    }

    static Field day(String name, String description, String example) {
        return optional(name, new Day(), description, quoted(example));
    }

    static Field amount(String name, String description, String example) {
        return optional(name, new Decimal(-Decimal.LARGEST, Decimal.LARGEST, Decimal.SCALE), description, example);
    }

    static Field decimal(String name, long minimum, long maximum, String description, String example) {
        return optional(name, new Decimal(minimum, maximum, Decimal.SCALE), description, example);
    }

    static Field rate(String name, String description, String example) {
        return optional(name, new Decimal(0, Decimal.LARGEST_FINE, Decimal.FINE_SCALE), description, example);
    }

    static Field share(String name, String description, String example) {
        return optional(name, new Decimal(0, 1, Decimal.SCALE), description, example);
    }

    static Field currency(String description) {
        return currency("currency", description, "EUR");
    }

    static Field currency(String name, String description, String example) {
        return optional(name, new Currency(), description, quoted(example));
    }

    static Field seconds(String name, String description, String example) {
        return optional(name, new Decimal(0, 31_536_000, Decimal.SCALE), description, example);
    }

    static Field whole(String name, long minimum, long maximum, String description, String example) {
        return optional(name, new Whole(minimum, maximum), description, example);
    }

    static Field flag(String name, String description) {
        return optional(name, new Flag(), description, "false");
    }

    static Field texts(String name, int maximumItems, String description, String example, String... members) {
        return optional(name, new Texts(maximumItems, 200, List.of(members)), description, example);
    }

    static Field objects(String name, int maximumItems, String description, String example, Field... fields) {
        return optional(name, new Objects(maximumItems, List.of(fields)), description, example);
    }

    private static Field optional(String name, FieldType type, String description, String example) {
        return new Field(name, type, false, description, example, false);
    }

    private static String quoted(String example) {
        return '"' + example + '"';
    }
}
