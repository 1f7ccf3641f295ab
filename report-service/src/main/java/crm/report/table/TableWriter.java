package crm.report.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a table row by row. Cells are String, a number, Boolean, Instant, LocalDate or null. */
public interface TableWriter extends Closeable {

    /** Comes first, once. */
    void header(List<String> names) throws IOException;

    /** A cell for every name of the header. */
    void row(List<? extends @Nullable Object> cells) throws IOException;
}
