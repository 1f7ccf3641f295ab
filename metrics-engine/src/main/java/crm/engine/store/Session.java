package crm.engine.store;

import crm.engine.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One connection inside one tenant's file, used for one transaction at a time. */
final class Session implements ColumnStore.Writer, OnDemand.Definitions, AutoCloseable {

    private static final String TEMPORARY = "temp";

    private final Connection connection;
    private final String catalog;
    private final Appending appending;
    private final OnDemand onDemand;
    private final Set<String> temporary = new HashSet<>();
    private final PreparedStatements prepared;

    /** How rows get into a table fast; the driver's own way. */
    interface Appending {
        void append(Connection connection, String catalog, Table table, Iterable<? extends List<?>> rows)
                throws SQLException;
    }

    Session(Connection connection, String catalog, List<Table> tables, Appending appending) throws SQLException {
        this.connection = connection;
        this.catalog = catalog;
        this.appending = appending;
        this.onDemand = new OnDemand(tables, this);
        this.prepared = new PreparedStatements(connection);
        run("USE " + quoted(catalog));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public Watermark watermark() {
        Row state =
                query(Sql.of("SELECT position, received_at FROM store_state")).getFirst();
        Instant received = state.moment("received_at");
        return new Watermark(state.whole("position"), received == null ? Instant.EPOCH : received);
    }

    @Override
    public String generation() {
        return catalog;
    }

    @Override
    public List<Row> query(Sql sql) {
        try {
            onDemand.supply(sql.text());
            return temporary.isEmpty() ? again(sql) : once(sql);
        } catch (SQLException failure) {
            throw new StoreFailure("asking " + sql.text(), failure);
        }
    }

    private List<Row> once(Sql sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            return rows(statement, sql);
        }
    }

    private List<Row> again(Sql sql) throws SQLException {
        try {
            return rows(prepared.of(sql.text()), sql);
        } catch (SQLException failure) {
            prepared.forget(sql.text());
            throw failure;
        }
    }

    private static List<Row> rows(PreparedStatement statement, Sql sql) throws SQLException {
        bind(statement, sql);
        try (ResultSet answer = statement.executeQuery()) {
            return RowReader.all(answer);
        }
    }

    @Override
    public void createTemporary(Table table) {
        execute(Sql.of("CREATE TEMPORARY " + definition(table)));
        temporary.add(table.name());
    }

    @Override
    public Set<String> made() {
        try (ResultSet answer = prepared.of("SELECT tables FROM store_state").executeQuery()) {
            return answer.next() ? Set.of(answer.getString(1).split(" ")) : Set.of();
        } catch (SQLException failure) {
            throw new StoreFailure("asking for the tables", failure);
        }
    }

    @Override
    public void make(Table table) {
        control("CREATE " + definition(table));
        control("UPDATE store_state SET tables = tables || '" + table.name() + " '");
    }

    @Override
    public void showEmpty(Table table) {
        String columns = table.columns().stream()
                .map(column -> "CAST(NULL AS " + column.type().sql() + ") AS " + quoted(column.name()))
                .collect(Collectors.joining(", "));
        control("CREATE TEMPORARY VIEW " + quoted(table.name()) + " AS SELECT " + columns + " WHERE false");
    }

    @Override
    public void showNoMore(Table table) {
        control("DROP VIEW " + TEMPORARY + "." + quoted(table.name()));
        try {
            // They were planned without the table's rows.
            prepared.close();
        } catch (SQLException failure) {
            throw new StoreFailure("closing", failure);
        }
    }

    @Override
    public void append(Table table, Iterable<? extends List<?>> rows) {
        if (!temporary.contains(table.name())) {
            onDemand.toWrite(table.name());
        }
        try {
            appending.append(connection, temporary.contains(table.name()) ? TEMPORARY : catalog, table, rows);
        } catch (SQLException failure) {
            throw new StoreFailure("appending to " + table.name(), failure);
        }
    }

    @Override
    public long execute(Sql sql) {
        onDemand.supply(sql.text());
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            bind(statement, sql);
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new StoreFailure("executing " + sql.text(), failure);
        }
    }

    /** Said in words: the driver begins a transaction of its own accord before a statement, but not before appending. */
    void begin() {
        onDemand.begin();
        control("BEGIN TRANSACTION");
    }

    void commit() {
        control("COMMIT");
    }

    void rollback() {
        control("ROLLBACK");
    }

    /** Ends a transaction that has written nothing; the views that stand in for tables to come are kept. */
    void end() {
        control(onDemand.hasChanged() ? "COMMIT" : "ROLLBACK");
    }

    private void control(String statement) {
        try {
            run(statement);
        } catch (SQLException failure) {
            throw new StoreFailure(statement, failure);
        }
    }

    private void run(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Override
    public void close() {
        try {
            prepared.close();
            connection.close();
        } catch (SQLException failure) {
            throw new StoreFailure("closing", failure);
        }
    }

    private static void bind(PreparedStatement statement, Sql sql) throws SQLException {
        for (int index = 0; index < sql.values().size(); index++) {
            bind(statement, index + 1, sql.values().get(index));
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant moment -> statement.setObject(index, LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
            case Integer whole -> statement.setLong(index, whole);
            case Object other -> statement.setObject(index, other);
        }
    }

    private static String definition(Table table) {
        StringBuilder text = new StringBuilder("TABLE ").append(table.name()).append(" (");
        String separator = "";
        for (Table.Column column : table.columns()) {
            text.append(separator)
                    .append(quoted(column.name()))
                    .append(' ')
                    .append(column.type().sql());
            separator = ", ";
        }
        return text.append(')').toString();
    }
}
