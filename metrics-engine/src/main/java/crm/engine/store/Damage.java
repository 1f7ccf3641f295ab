package crm.engine.store;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file that is damaged from one that cannot be had at the moment, by the database's words for it. Only what is
 * damaged may be thrown away and made anew from the log.
 */
final class Damage {

    private static final List<String> WORDS = List.of(
            "not a valid DuckDB database file",
            "Data Corruption Error",
            "Could not read enough bytes from file",
            "Serialization Error",
            "Failure while replaying WAL");

    private Damage() {}

    static boolean isToldBy(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (cause instanceof SQLException && WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
        }
        return false;
    }
}
