package crm.ingest.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as the database knows it.
 *
 * @param size bytes of its file, unpacked
 * @param failure why it could not go on
 */
record ImportJob(
        NewImport wanted,
        ImportState state,
        long size,
        Progress progress,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    ImportId id() {
        return wanted.id();
    }
}
