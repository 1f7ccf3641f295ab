package crm.ingest.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The rows of imports that became no records, kept as they were. */
@Singleton
class RefusedRows {

    private static final int PAGE = 500;

    private final DataSource database;

    RefusedRows(DataSource database) {
        this.database = database;
    }

    /** Keeps some on the connection of a transaction that others commit. */
    static void insert(Connection connection, ImportId id, List<RefusedRow> rows) throws SQLException {
        String insert = "INSERT INTO import_refusal (import, number, cells, reason) VALUES (?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (RefusedRow row : rows) {
                statement.setLong(1, id.number());
                statement.setLong(2, row.number());
                statement.setString(3, ImportRows.json(row.cells()));
                statement.setString(4, row.reason());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The next rows behind row {@code number}; none where there are no more. */
    List<RefusedRow> after(ImportId id, long number) throws SQLException {
        String select = "SELECT number, cells, reason FROM import_refusal WHERE import = ? AND number > ? ORDER BY"
                + " number LIMIT " + PAGE;
        List<RefusedRow> page = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, id.number());
            statement.setLong(2, number);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(new RefusedRow(
                            rows.getLong(1),
                            ImportRows.parse(rows.getString(2), new TypeReference<List<String>>() {}),
                            rows.getString(3)));
                }
            }
        }
        return page;
    }
}
