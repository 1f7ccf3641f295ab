package crm.ingest.imports;

import crm.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The imports that a tenant has, from the first byte of a file until they are forgotten. */
@Singleton
class ImportJobs {

    /** Most that are listed. */
    static final int MOST_LISTED = 1_000;

    private final DataSource database;
    private final Clock clock;

    ImportJobs(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Remembers an import whose file begins to come in. */
    void begin(NewImport wanted) throws SQLException {
        String insert = """
            INSERT INTO import_job (id, tenant, key_id, collection, mapping_name, mapping, charset, header,
                column_use, state, size, bytes_read, rows_read, accepted, duplicates, rejected, created_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'receiving', 0, 0, 0, 0, 0, 0, ?, ?)
            """;
        long now = ImportRows.microseconds(clock.instant());
        execute(
                insert,
                wanted.id().number(),
                wanted.tenant().number(),
                wanted.keyId(),
                wanted.collection(),
                wanted.mappingName(),
                wanted.mapping(),
                wanted.charset(),
                ImportRows.json(wanted.header()),
                ImportRows.json(wanted.use()),
                now,
                now);
    }

    /** Its file is whole. False where it was given up meanwhile. */
    boolean received(ImportId id, long size) throws SQLException {
        String update = "UPDATE import_job SET state = 'waiting', size = ?, seen_at = ? WHERE id = ? AND state ="
                + " 'receiving'";
        return execute(update, size, ImportRows.microseconds(clock.instant()), id.number()) == 1;
    }

    /** A sign that its file is still coming in, and how much of it came. */
    void receiving(ImportId id, long size) throws SQLException {
        String update = "UPDATE import_job SET size = ?, seen_at = ? WHERE id = ? AND state = 'receiving'";
        execute(update, size, ImportRows.microseconds(clock.instant()), id.number());
    }

    /** Those of a tenant whose file is here, whole, and was not read to its end. */
    List<ImportJob> readable(TenantId tenant) throws SQLException {
        return select(" WHERE tenant = ? AND state IN ('waiting', 'running') ORDER BY created_at, id", tenant.number());
    }

    /** Those of a tenant that are not over. */
    long unfinished(TenantId tenant) throws SQLException {
        String select =
                "SELECT COUNT(*) FROM import_job WHERE tenant = ? AND state IN ('receiving', 'waiting', 'running')";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, tenant.number());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    Optional<ImportJob> find(TenantId tenant, ImportId id) throws SQLException {
        return select(" WHERE tenant = ? AND id = ?", tenant.number(), id.number()).stream()
                .findFirst();
    }

    /** The newest first, and one more than can be listed where there are more. */
    List<ImportJob> list(TenantId tenant) throws SQLException {
        return select(
                " WHERE tenant = ? AND state <> 'receiving' ORDER BY created_at DESC, id DESC LIMIT "
                        + (MOST_LISTED + 1),
                tenant.number());
    }

    /** Stops it where it stands. False where it is over. */
    boolean cancel(TenantId tenant, ImportId id) throws SQLException {
        String update = """
            UPDATE import_job SET state = 'cancelled', finished_at = ?, owner = NULL
            WHERE tenant = ? AND id = ? AND state IN ('waiting', 'running')
            """;
        return execute(update, ImportRows.microseconds(clock.instant()), tenant.number(), id.number()) == 1;
    }

    /** As if it had never been, but for the records it made. */
    void forget(ImportId id) throws SQLException {
        execute("DELETE FROM import_refusal WHERE import = ?", id.number());
        execute("DELETE FROM import_job WHERE id = ?", id.number());
    }

    /** Those that nobody will ask for, or whose file will never be whole. */
    List<ImportJob> forgettable(Instant over, Instant silent) throws SQLException {
        return select(
                " WHERE finished_at < ? OR (state = 'receiving' AND seen_at < ?) LIMIT 100",
                ImportRows.microseconds(over),
                ImportRows.microseconds(silent));
    }

    private List<ImportJob> select(String condition, Object... parameters) throws SQLException {
        String select = "SELECT " + ImportRows.COLUMNS + " FROM import_job" + condition;
        List<ImportJob> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(ImportRows.read(rows));
                }
            }
        }
        return found;
    }

    private int execute(String change, @Nullable Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(change)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            return statement.executeUpdate();
        }
    }
}
