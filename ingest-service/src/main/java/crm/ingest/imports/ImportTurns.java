package crm.ingest.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Who works on which import. A worker takes a turn and gives a sign with each step; another takes over when the signs
 * stop. One import of a tenant runs at a time, the oldest first.
 */
final class ImportTurns {

    private final DataSource database;
    private final Clock clock;
    private final Duration patience;

    ImportTurns(DataSource database, Clock clock, Duration patience) {
        this.database = database;
        this.clock = clock;
        this.patience = patience;
    }

    private record Candidate(long id, long tenant) {}

    /** The next import, which is now {@code worker}'s; nothing where none waits or somebody was quicker. */
    Optional<ImportJob> take(String worker) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<Candidate> candidate = candidate(connection);
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            connection.setAutoCommit(false);
            try {
                Optional<ImportJob> taken = take(connection, candidate.get(), worker);
                connection.commit();
                return taken;
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Optional<Candidate> candidate(Connection connection) throws SQLException {
        String select = """
                SELECT id, tenant FROM import_job job
                WHERE state IN ('waiting', 'running') AND (owner IS NULL OR seen_at < ?) AND NOT EXISTS (
                    SELECT 1 FROM import_job other WHERE other.tenant = job.tenant AND other.state = 'running'
                        AND other.owner IS NOT NULL AND other.seen_at >= ? AND other.id <> job.id)
                ORDER BY created_at, id LIMIT 1
                """;
        long silent = silentSince();
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, silent);
            statement.setLong(2, silent);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(new Candidate(rows.getLong(1), rows.getLong(2))) : Optional.empty();
            }
        }
    }

    /** Whoever holds the tenant's row decides alone whose turn it is. */
    private Optional<ImportJob> take(Connection connection, Candidate candidate, String worker) throws SQLException {
        run(connection, "SELECT id FROM tenant WHERE id = ? FOR UPDATE", candidate.tenant());
        long silent = silentSince();
        String busy =
                "SELECT 1 FROM import_job WHERE tenant = ? AND state = 'running' AND owner IS NOT NULL AND seen_at"
                        + " >= ? LIMIT 1";
        if (run(connection, busy, candidate.tenant(), silent)) {
            return Optional.empty();
        }
        long now = ImportRows.microseconds(clock.instant());
        String take = """
                UPDATE import_job SET owner = ?, seen_at = ?, state = 'running', started_at = COALESCE(started_at, ?)
                WHERE id = ? AND state IN ('waiting', 'running') AND (owner IS NULL OR seen_at < ?)
                """;
        run(connection, take, worker, now, now, candidate.id(), silent);
        return find(connection, candidate.id(), worker);
    }

    private Optional<ImportJob> find(Connection connection, long id, String worker) throws SQLException {
        String select =
                "SELECT " + ImportRows.COLUMNS + " FROM import_job WHERE id = ? AND owner = ? AND state = 'running'";
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, id);
            statement.setString(2, worker);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(ImportRows.read(rows)) : Optional.empty();
            }
        }
    }

    /** How it stands, where it still is the worker's. */
    Optional<ImportJob> still(ImportId id, String worker) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return find(connection, id.number(), worker);
        }
    }

    /** A sign of life. False where the turn is over. */
    boolean sign(ImportId id, String worker) throws SQLException {
        String sign = "UPDATE import_job SET seen_at = ? WHERE id = ? AND owner = ? AND state = 'running'";
        return execute(sign, ImportRows.microseconds(clock.instant()), id.number(), worker);
    }

    /** Lets somebody else go on at once. */
    void giveBack(ImportId id, String worker) throws SQLException {
        execute("UPDATE import_job SET owner = NULL WHERE id = ? AND owner = ?", id.number(), worker);
    }

    void finish(ImportId id, String worker, long bytes) throws SQLException {
        String finish = """
                UPDATE import_job SET state = 'done', owner = NULL, finished_at = ?, bytes_read = ?
                WHERE id = ? AND owner = ? AND state = 'running'
                """;
        execute(finish, ImportRows.microseconds(clock.instant()), bytes, id.number(), worker);
    }

    void fail(ImportId id, String worker, String why) throws SQLException {
        String fail = """
                UPDATE import_job SET state = 'failed', owner = NULL, finished_at = ?, failure = ?
                WHERE id = ? AND owner = ? AND state = 'running'
                """;
        execute(fail, ImportRows.microseconds(clock.instant()), why, id.number(), worker);
    }

    private long silentSince() {
        return ImportRows.microseconds(clock.instant().minus(patience));
    }

    private boolean execute(String change, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return run(connection, change, parameters);
        }
    }

    /** Whether it found or changed a row. */
    private static boolean run(Connection connection, String change, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            if (!statement.execute()) {
                return statement.getUpdateCount() > 0;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next();
            }
        }
    }
}
