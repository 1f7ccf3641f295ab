package crm.report.oracle;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a record as a partner pushed it. */
record Pushed(
        String collection,
        String id,
        @Nullable Instant updatedAt,
        Instant receivedAt,
        boolean deleted,
        Map<String, Object> fields) {

    /** The highest version of a record stands. */
    Instant version() {
        return updatedAt == null ? receivedAt : updatedAt;
    }

    Pushed receivedAt(Instant other) {
        return new Pushed(collection, id, updatedAt, other, deleted, fields);
    }

    Pushed updatedAt(Instant other) {
        return new Pushed(collection, id, other, receivedAt, deleted, fields);
    }
}
