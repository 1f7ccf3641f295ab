package crm.ingest.record;

import crm.ingest.record.Reading.Outcome;
import crm.record.FieldType.Texts;
import java.io.IOException;

/** Reads a list of texts; each that is wrong is told by its place. */
final class TextsReader implements ValueReader {

    private final int maximumItems;
    private final ValueReader item;

    TextsReader(Texts type) {
        this.maximumItems = type.maximumItems();
        this.item = type.members().isEmpty() ? Scalars.text(type.maximumLength()) : Scalars.choice(type.members());
    }

    @Override
    public Outcome read(Reading reading, StringBuilder canonical) throws IOException {
        return Lists.read(reading, canonical, maximumItems, "A list of texts.", this::readItem);
    }

    private Outcome readItem(Reading reading, StringBuilder canonical) throws IOException {
        Outcome outcome = item.read(reading, canonical);
        return outcome == Outcome.EMPTY ? reading.refuse(Fault.MISSING, "An item cannot be empty.") : outcome;
    }
}
