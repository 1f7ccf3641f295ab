package crm.ingest.imports;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Files in the database, in pieces: any instance can go on with them, and no heap has to hold one. */
@Singleton
class ImportChunks {

    /** Bytes of a piece. */
    static final int SIZE = 1 << 20;

    private static final int DELETED_AT_ONCE = 16;

    private final DataSource database;

    ImportChunks(DataSource database) {
        this.database = database;
    }

    /** Stores one piece, durable when this returns. */
    void write(ImportId id, int number, byte[] bytes, int length) throws SQLException {
        String insert = "INSERT INTO import_chunk (import, number, data) VALUES (?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setLong(1, id.number());
            statement.setInt(2, number);
            statement.setBytes(3, length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
            statement.executeUpdate();
        }
    }

    /** The whole file, fetched piece by piece; a database that is away fails it with {@link IOException}. */
    Content read(ImportId id) {
        return new Content(id);
    }

    /** Removes a file, a few pieces at a time: one large deletion would hold up others. */
    void delete(ImportId id) throws SQLException {
        String delete = "DELETE FROM import_chunk WHERE import = ? LIMIT " + DELETED_AT_ONCE;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setLong(1, id.number());
            while (statement.executeUpdate() == DELETED_AT_ONCE) {
                // more are left
            }
        }
    }

    /** Files that nobody needs any more: of imports that are over or forgotten. */
    List<ImportId> unneeded() throws SQLException {
        String select = """
                SELECT DISTINCT chunk.import FROM import_chunk chunk LEFT JOIN import_job job ON job.id = chunk.import
                WHERE job.id IS NULL OR job.state IN ('done', 'failed', 'cancelled') LIMIT 100
                """;
        List<ImportId> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new ImportId(rows.getLong(1)));
            }
        }
        return found;
    }

    private byte @Nullable [] piece(ImportId id, int number) throws SQLException {
        String select = "SELECT data FROM import_chunk WHERE import = ? AND number = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, id.number());
            statement.setInt(2, number);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }

    /** A file, read from its beginning. */
    final class Content extends InputStream {
        private final ImportId id;
        private byte[] piece = {};
        private int at;
        private int next;
        private long read;

        private Content(ImportId id) {
            this.id = id;
        }

        /** Bytes that were taken from it. */
        long bytesRead() {
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == piece.length && !fetch()) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, buffer, offset, count);
            at += count;
            read += count;
            return count;
        }

        private boolean fetch() throws IOException {
            try {
                byte[] fetched = piece(id, next);
                if (fetched == null) {
                    return false;
                }
                next++;
                piece = fetched;
                at = 0;
                return piece.length > 0;
            } catch (SQLException away) {
                throw new IOException("the next piece could not be fetched", away);
            }
        }
    }
}
