package crm.workbench.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database server of its own data directory, listening on 127.0.0.1 only.
 *
 * <p>It stops with this program. It can be killed and started again on the same data and port, as crash tests do.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** Options that the services expect of their database's address. */
    private static final String OPTIONS = "?createDatabaseIfNotExist=true&useAffectedRows=true"
            + "&rewriteBatchedStatements=true&sslMode=DISABLED&allowPublicKeyRetrieval=true";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** Tells class loaders of one program apart, which share the server but count schemas each for itself. */
    private static final String LOADED = Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private final ServerProgram program;
    private final DatabaseSettings settings;
    private final Thread stopAtTheEnd = new Thread(this::stop, "stop-database");
    private ServerProcess server;

    private EmbeddedDatabase(ServerProgram program, DatabaseSettings settings, ServerProcess server) {
        this.program = program;
        this.settings = settings;
        this.server = server;
    }

    /** Starts a server on a data directory, which is filled first if it is new. */
    public static EmbeddedDatabase start(DatabaseSettings settings) throws IOException {
        return start(ServerProgram.standard(), settings);
    }

    /** Starts a server on a data directory with the usual settings; port 0 takes any free one. */
    public static EmbeddedDatabase start(Path dataDirectory, int port) throws IOException {
        return start(DatabaseSettings.in(dataDirectory).withPort(port));
    }

    static EmbeddedDatabase start(ServerProgram program, DatabaseSettings settings) throws IOException {
        Path data = settings.dataDirectory();
        LeftBehindServer.stop(data);
        if (!Files.isDirectory(data.resolve("mysql"))) {
            Directories.delete(data);
            Files.createDirectories(data);
            program.initialise(data);
        }
        int port = settings.port() == 0 ? ServerProcess.freePort() : settings.port();
        EmbeddedDatabase database =
                new EmbeddedDatabase(program, settings, ServerProcess.start(program, settings, port));
        Runtime.getRuntime().addShutdownHook(database.stopAtTheEnd);
        return database;
    }

    /** The one server that all tests of this program share; its data are dropped at the end. */
    public static EmbeddedDatabase shared() {
        return SharedDatabase.get();
    }

    /** The JDBC address of a schema, which is made when first entered. */
    public String jdbcUrl(String schema) {
        return "jdbc:mysql://127.0.0.1:" + port() + "/" + schema + OPTIONS;
    }

    /** The JDBC address of a new, empty schema. */
    public String freshDatabase() {
        String schema = "fresh_" + SCHEMAS.incrementAndGet() + '_' + LOADED;
        createDatabase(schema);
        return jdbcUrl(schema);
    }

    public synchronized int port() {
        return server.port();
    }

    public String user() {
        return Accounts.USER;
    }

    public String password() {
        return Accounts.PASSWORD;
    }

    public void createDatabase(String schema) {
        execute(List.of("CREATE DATABASE IF NOT EXISTS " + quoted(schema)));
    }

    /** Lets {@code user} read the schema and nothing else. */
    public void createReader(String schema, String user, String password) {
        execute(List.of(
                "CREATE USER IF NOT EXISTS " + literal(user) + "@'%' IDENTIFIED BY " + literal(password),
                "ALTER USER " + literal(user) + "@'%' IDENTIFIED BY " + literal(password),
                "GRANT SELECT ON " + quoted(schema) + ".* TO " + literal(user) + "@'%'"));
    }

    /** Leaves it to the caller to stop the server before this program ends. */
    public EmbeddedDatabase stoppedByCaller() {
        Runtime.getRuntime().removeShutdownHook(stopAtTheEnd);
        return this;
    }

    /** Ends the server in good order. */
    public synchronized void stop() {
        server.stop();
    }

    /** Ends the server as a power failure would. */
    public synchronized void kill() {
        server.kill();
    }

    /** Whether the server runs. */
    public synchronized boolean isRunning() {
        return server.process().isAlive();
    }

    /** The process that runs now. */
    public synchronized ProcessHandle handle() {
        return server.process().toHandle();
    }

    /** Starts the stopped or killed server again, with the same data on the same port. */
    public synchronized void restart() throws IOException {
        server.stop();
        server = ServerProcess.start(program, settings, server.port());
    }

    @Override
    public void close() {
        stop();
    }

    private void execute(List<String> statements) {
        String server = "jdbc:mysql://127.0.0.1:" + port() + "/" + OPTIONS;
        try (Connection connection = DriverManager.getConnection(server, user(), password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("the embedded database refused: " + refused.getMessage(), refused);
        }
    }

    private static String quoted(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    private static String literal(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "''") + '\'';
    }
}
