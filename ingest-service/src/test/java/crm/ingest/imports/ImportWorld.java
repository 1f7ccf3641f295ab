package crm.ingest.imports;

import com.mysql.cj.jdbc.MysqlDataSource;
import crm.ingest.erasure.Forgotten;
import crm.ingest.mapping.Mapping;
import crm.ingest.mapping.WrittenMapping;
import crm.log.EventLog;
import crm.log.EventLogReader;
import crm.log.LogRewriter;
import crm.record.RecordKinds;
import crm.tenant.Sender;
import crm.tenant.TenantId;
import crm.workbench.database.EmbeddedDatabase;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Everything that imports need, on a database of its own, without a server. */
final class ImportWorld implements AutoCloseable {

    static final TenantId ACME = new TenantId(17);
    static final TenantId OTHER = new TenantId(18);

    private final DataSource database;
    final ImportJobs jobs;
    final ImportChunks chunks;
    final RefusedRows refusedRows;
    final EventLog log;
    private final Clock clock = Clock.systemUTC();

    ImportWorld() throws SQLException {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(server.freshDatabase());
        source.setUser(server.user());
        source.setPassword(server.password());
        Flyway.configure().dataSource(source).load().migrate();
        database = source;
        jobs = new ImportJobs(database, clock);
        chunks = new ImportChunks(database);
        refusedRows = new RefusedRows(database);
        log = new EventLog(database, clock);
        for (TenantId tenant : new TenantId[] {ACME, OTHER}) {
            execute("INSERT INTO tenant (id, name, time_zone, currency, week_start, fiscal_year_start, created_at)"
                    + " VALUES ("
                    + tenant.number() + ", 'x', 'UTC', 'EUR', 'MONDAY', 1, 0)");
        }
    }

    /** Settings with which signs of life matter soon and steps are small. */
    record Settings(int workers, int rowsAtOnce, long refusedRows) implements ImportSettings {

        static final Settings USUAL = new Settings(2, 50, 1_000);

        @Override
        public int uploads() {
            return 4;
        }

        @Override
        public MemorySize largest() {
            return new MemorySize(BigInteger.valueOf(100 << 20));
        }

        @Override
        public int waiting() {
            return 20;
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration kept() {
            return Duration.ofDays(30);
        }
    }

    /** Workers of another instance; the caller starts and stops them. */
    ImportWorkers workers(Settings settings) {
        return workers(settings, (tenant, records) -> Duration.ZERO);
    }

    ImportWorkers workers(Settings settings, Room room) {
        Forgotten nobody = new Forgotten(new LogRewriter(database));
        return new ImportWorkers(database, chunks, log, (tenant, kind) -> kind, room, nobody, clock, settings);
    }

    ImportTurns turns() {
        return new ImportTurns(database, clock, Settings.USUAL.patience());
    }

    Sweeper sweeper() {
        return new Sweeper(jobs, chunks, Settings.USUAL, clock);
    }

    /** Stores a file whose columns are named like the fields. */
    ImportId store(TenantId tenant, String collection, String csv) throws IOException, SQLException {
        Mapping plain = Mapping.plain(RecordKinds.ofCollection(collection).orElseThrow());
        return store(new Upload(new Sender(tenant, "key"), plain, null, null, null), csv);
    }

    /** Stores a file that is read by a mapping. */
    ImportId store(String mapping, String csv) throws IOException, SQLException {
        Mapping parsed = WrittenMapping.parse(mapping);
        return store(new Upload(new Sender(ACME, "key"), parsed, parsed.name(), mapping, null), csv);
    }

    private ImportId store(Upload upload, String csv) throws IOException, SQLException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        return upload.store(bytes, Settings.USUAL.largest().asLongValue(), jobs, chunks);
    }

    ImportJob job(TenantId tenant, ImportId id) throws SQLException {
        return jobs.find(tenant, id).orElseThrow();
    }

    /** Waits until an import is over. */
    ImportJob over(TenantId tenant, ImportId id) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        ImportJob job = job(tenant, id);
        while (!job.state().isOver() && System.nanoTime() < deadline) {
            Thread.sleep(20);
            job = job(tenant, id);
        }
        return job;
    }

    /** Waits until no piece of any file is stored: they go soon after the import is over. */
    void awaitNoPieces() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (count("SELECT COUNT(*) FROM import_chunk") > 0) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("pieces of files are left");
            }
            Thread.sleep(20);
        }
    }

    String errors(TenantId tenant, ImportId id) throws IOException, SQLException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ErrorsFile(job(tenant, id), refusedRows).write(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    EventLogReader reader() {
        return new EventLogReader(database);
    }

    long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
