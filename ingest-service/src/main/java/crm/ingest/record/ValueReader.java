package crm.ingest.record;

import crm.ingest.record.Reading.Outcome;
import crm.record.Field;
import crm.record.FieldType;
import java.io.IOException;

/** Reads the value of a field from JSON and writes it in canonical form. */
@FunctionalInterface
interface ValueReader {

    /** Reads the value whose first token is current, up to its last token. Nothing is written unless it was given. */
    Outcome read(Reading reading, StringBuilder canonical) throws IOException;

    /** The reader of fields like {@code field}. */
    static ValueReader of(Field field) {
        return switch (field.type()) {
            case FieldType.Text text -> Scalars.text(text.maximumLength());
            case FieldType.Reference reference -> Scalars.id();
            case FieldType.Choice choice -> Scalars.choice(choice.members());
            case FieldType.Currency currency -> Scalars.currency();
            case FieldType.Moment moment -> new MomentReader(moment.tense());
            case FieldType.Day day -> Scalars.day();
            case FieldType.Decimal decimal -> new DecimalReader(decimal);
            case FieldType.Whole whole -> new WholeReader(whole.minimum(), whole.maximum());
            case FieldType.Flag flag -> Scalars.flag();
            case FieldType.Texts texts -> new TextsReader(texts);
            case FieldType.Objects objects -> new ObjectsReader(objects);
        };
    }
}
