package crm.workbench.sample;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes one record as JSON; a field whose value is absent is left out. */
final class RecordWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter(512);
    private final JsonGenerator json;

    private RecordWriter() throws IOException {
        json = FACTORY.createGenerator(text);
        json.writeStartObject();
    }

    static RecordWriter of(String id) {
        try {
            return new RecordWriter().text("id", id);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    RecordWriter text(String name, @Nullable String value) {
        return value == null ? this : write(() -> json.writeStringField(name, value));
    }

    RecordWriter moment(String name, @Nullable Instant value) {
        return value == null
                ? this
                : text(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    RecordWriter number(String name, long value) {
        return write(() -> json.writeNumberField(name, value));
    }

    RecordWriter decimal(String name, double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
        return write(() -> json.writeNumberField(name, rounded));
    }

    RecordWriter flag(String name, boolean value) {
        return value ? write(() -> json.writeBooleanField(name, true)) : this;
    }

    <T> RecordWriter objects(String name, List<T> items, BiConsumer<RecordWriter, T> writeItem) {
        return write(() -> {
            json.writeArrayFieldStart(name);
            for (T item : items) {
                json.writeStartObject();
                writeItem.accept(this, item);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    String end() {
        write(() -> {
            json.writeEndObject();
            json.close();
        });
        return text.toString();
    }

    private RecordWriter write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
