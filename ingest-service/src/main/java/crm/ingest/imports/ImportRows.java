package crm.ingest.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.ingest.mapping.ColumnUse;
import crm.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Imports as rows of their table, and their lists as JSON. Times are microseconds since 1970. */
final class ImportRows {

    static final String COLUMNS = """
            id, tenant, key_id, collection, mapping_name, mapping, charset, header, column_use, state, size, bytes_read,
            rows_read, accepted, duplicates, rejected, position, created_at, started_at, finished_at, failure
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private ImportRows() {}

    static ImportJob read(ResultSet row) throws SQLException {
        NewImport wanted = new NewImport(
                new ImportId(row.getLong("id")),
                new TenantId(row.getLong("tenant")),
                row.getString("key_id"),
                row.getString("collection"),
                row.getString("mapping_name"),
                row.getString("mapping"),
                row.getString("charset"),
                parse(row.getString("header"), new TypeReference<List<String>>() {}),
                parse(row.getString("column_use"), new TypeReference<ColumnUse>() {}));
        Instant createdAt = Instant.EPOCH.plus(row.getLong("created_at"), ChronoUnit.MICROS);
        return new ImportJob(
                wanted,
                ImportState.of(row.getString("state")),
                row.getLong("size"),
                progress(row),
                createdAt,
                moment(row, "started_at"),
                moment(row, "finished_at"),
                row.getString("failure"));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        long position = row.getLong("position");
        boolean none = row.wasNull();
        return new Progress(
                row.getLong("bytes_read"),
                row.getLong("rows_read"),
                row.getLong("accepted"),
                row.getLong("duplicates"),
                row.getLong("rejected"),
                none ? null : position);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long microseconds = row.getLong(column);
        return row.wasNull() ? null : Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    static long microseconds(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("not what was written", damaged);
        }
    }
}
