package crm.ingest.imports;

import java.util.Locale;

/** How far an import is. */
enum ImportState {
    /** Its file is still coming in; nobody knows its address yet. */
    RECEIVING,
    /** Its file is stored; others of the tenant come first, or all workers are busy. */
    WAITING,
    /** Its rows become records. */
    RUNNING,
    /** Every row was read. */
    DONE,
    /** The file could not be read to its end; the rows before that are records. */
    FAILED,
    /** Somebody stopped it; the rows before that are records. */
    CANCELLED;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    boolean isOver() {
        return switch (this) {
            case DONE, FAILED, CANCELLED -> true;
            case RECEIVING, WAITING, RUNNING -> false;
        };
    }
}
