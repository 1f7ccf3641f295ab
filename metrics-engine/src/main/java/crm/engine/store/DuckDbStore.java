package crm.engine.store;

import crm.engine.sql.Sql;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/**
 * The column store in DuckDB: a folder with a file a tenant, attached to one database in memory while they are asked.
 *
 * <p>A question keeps all processors busy, so about as many are answered at once as there are threads; the tenants that
 * wait take turns.
 */
public final class DuckDbStore implements ColumnStore {

    private static final Pattern TENANT = Pattern.compile("[a-z0-9_]+");

    private final StoreFolder folder;
    private final List<Table> tables;
    private final StoreLimits limits;
    private final DuckDBConnection root;
    private final Turns questions;
    private final Map<String, TenantFile> files = new ConcurrentHashMap<>();
    private final Runnable afterClose;

    /** A store in a folder, which is made where there is none. */
    public DuckDbStore(Path directory, List<Table> tables, StoreLimits limits) {
        this(new StoreFolder(directory), tables, limits, () -> {});
    }

    private DuckDbStore(StoreFolder folder, List<Table> tables, StoreLimits limits, Runnable afterClose) {
        this.folder = folder;
        this.tables = List.copyOf(tables);
        this.limits = limits;
        this.questions = new Turns(limits.threads());
        this.afterClose = afterClose;
        try {
            this.root = open(folder, limits);
        } catch (SQLException failure) {
            throw new StoreFailure("opening the store", failure);
        }
    }

    /** A small store in a folder that goes with it, for tests and trials. */
    public static DuckDbStore temporary(List<Table> tables) {
        StoreFolder folder = new StoreFolder(StoreFolder.temporary());
        return new DuckDbStore(folder, tables, new StoreLimits("1GB", 2, 100), folder::deleteWhole);
    }

    @Override
    public StoreState state(String tenant) {
        return file(tenant).state();
    }

    @Override
    public <T> T read(String tenant, Function<Snapshot, T> question) {
        return questions.take(tenant, () -> file(tenant).read(question::apply));
    }

    @Override
    public void load(String tenant, Watermark watermark, Consumer<Writer> work) {
        load(file(tenant), watermark, work);
    }

    @Override
    public void drop(String tenant) {
        TenantFile file = file(tenant);
        file.writing().lock();
        try {
            file.delete();
        } finally {
            file.writing().unlock();
        }
    }

    @Override
    public void discard(String tenant) {
        drop(tenant);
        files.remove(tenant);
    }

    @Override
    public void rebuild(String tenant, Consumer<ColumnStore> loads) {
        TenantFile old = file(tenant);
        old.writing().lock();
        TenantFile beside = old.beside();
        try {
            loads.accept(new Beside(tenant, beside));
            old.takeOver(beside);
        } finally {
            beside.delete();
            old.writing().unlock();
        }
    }

    @Override
    public List<String> tenants() {
        return folder.tenants();
    }

    @Override
    public void close() {
        files.values().forEach(TenantFile::detachIfUnused);
        try {
            root.close();
        } catch (SQLException failure) {
            throw new StoreFailure("closing the store", failure);
        }
        afterClose.run();
    }

    private static void load(TenantFile file, Watermark watermark, Consumer<Writer> work) {
        file.write(watermark, session -> {
            work.accept(session);
            return session.execute(Sql.of(
                    "UPDATE store_state SET position = ?, received_at = ?", watermark.position(), watermark.time()));
        });
    }

    private TenantFile file(String tenant) {
        if (!TENANT.matcher(tenant).matches()) {
            throw new IllegalArgumentException("not a tenant's name: " + tenant);
        }
        TenantFile file = files.computeIfAbsent(
                tenant, key -> new TenantFile(folder, key, folder.of(key), tables, new Instance()));
        if (!file.isAttached()) {
            makeRoom();
        }
        return file;
    }

    /** Closes the files that were asked longest ago until one more fits; those in use stay. */
    private void makeRoom() {
        List<TenantFile> attached = files.values().stream()
                .filter(TenantFile::isAttached)
                .sorted(Comparator.comparingLong(TenantFile::lastUse))
                .toList();
        int tooMany = attached.size() + 1 - limits.attached();
        for (TenantFile file : attached) {
            if (tooMany > 0 && file.detachIfUnused()) {
                tooMany--;
            }
        }
    }

    private static DuckDBConnection open(StoreFolder folder, StoreLimits limits) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("threads", Integer.toString(limits.threads()));
        settings.setProperty("memory_limit", limits.memory());
        settings.setProperty("temp_directory", folder.spill().toString());
        // Not by DriverManager, which shows a driver only to the class loader that registered it.
        DuckDBConnection connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
        }
        return connection;
    }

    private static void append(Connection connection, String catalog, Table table, Iterable<? extends List<?>> rows)
            throws SQLException {
        int width = table.columns().size();
        DuckDBConnection driver = connection.unwrap(DuckDBConnection.class);
        try (DuckDBAppender appender = driver.createAppender(catalog, "main", table.name())) {
            for (List<?> row : rows) {
                if (row.size() != width) {
                    throw new IllegalArgumentException(row.size() + " values for " + table.name());
                }
                appender.beginRow();
                for (int column = 0; column < width; column++) {
                    append(appender, row.get(column), table.columns().get(column));
                }
                appender.endRow();
            }
        }
    }

    /** As an expression, so that a type that is forgotten here does not compile. */
    private static DuckDBAppender append(DuckDBAppender appender, @Nullable Object value, Table.Column column)
            throws SQLException {
        if (value == null) {
            return appender.appendNull();
        }
        return switch (column.type()) {
            case TEXT -> appender.append((String) value);
            case WHOLE -> appender.append(((Long) value).longValue());
            case DECIMAL -> appender.append(((BigDecimal) value).setScale(4));
            case CREDIT -> appender.append(((BigDecimal) value).setScale(9));
            case RATE -> appender.append(((BigDecimal) value).setScale(14));
            case REAL -> appender.append(((Double) value).doubleValue());
            case FLAG -> appender.append(((Boolean) value).booleanValue());
            case MOMENT -> appender.appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, (Instant) value));
            case DAY -> appender.append((LocalDate) value);
        };
    }

    /** The one database that all files are attached to. */
    private final class Instance implements TenantFile.Database {
        @Override
        public Session session(String catalog) throws SQLException {
            return new Session(root.duplicate(), catalog, tables, DuckDbStore::append);
        }

        @Override
        public void execute(String text) throws SQLException {
            try (Connection own = root.duplicate();
                    Statement statement = own.createStatement()) {
                statement.execute(text);
            }
        }
    }

    /** The store as a rebuild sees it: the one tenant, in its new file. */
    private final class Beside implements ColumnStore {
        private final String tenant;
        private final TenantFile file;

        Beside(String tenant, TenantFile file) {
            this.tenant = tenant;
            this.file = file;
        }

        @Override
        public StoreState state(String tenant) {
            return only(tenant).state();
        }

        @Override
        public <T> T read(String tenant, Function<Snapshot, T> question) {
            return questions.take(tenant, () -> only(tenant).read(question::apply));
        }

        @Override
        public void load(String tenant, Watermark watermark, Consumer<Writer> work) {
            DuckDbStore.load(only(tenant), watermark, work);
        }

        @Override
        public void drop(String tenant) {
            only(tenant).delete();
        }

        @Override
        public void discard(String tenant) {
            drop(tenant);
        }

        @Override
        public void rebuild(String tenant, Consumer<ColumnStore> loads) {
            throw new IllegalStateException("already rebuilding " + tenant);
        }

        @Override
        public List<String> tenants() {
            return List.of(tenant);
        }

        @Override
        public void close() {
            throw new IllegalStateException("closed by the store it belongs to");
        }

        private TenantFile only(String asked) {
            if (!asked.equals(tenant)) {
                throw new IllegalArgumentException("rebuilding " + tenant + ", not " + asked);
            }
            return file;
        }
    }
}
