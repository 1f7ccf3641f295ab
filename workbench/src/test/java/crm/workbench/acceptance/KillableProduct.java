package crm.workbench.acceptance;

import crm.workbench.database.DatabaseSettings;
import crm.workbench.database.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Database and both packaged services, any of which can be killed and started again. */
final class KillableProduct implements AutoCloseable {

    private static final String SCHEMA = "crm";
    private static final String READER = "crm_report";
    private static final String ADMIN_KEY = "an-admin-key-for-acceptance-tests-only";

    private final EmbeddedDatabase database;
    private final KillableService ingest;
    private final KillableService report;

    private KillableProduct(EmbeddedDatabase database, KillableService ingest, KillableService report) {
        this.database = database;
        this.ingest = ingest;
        this.report = report;
    }

    /** The parts of it, each a process of its own. */
    enum Part {
        DATABASE,
        INGEST,
        REPORT
    }

    static KillableProduct start() throws IOException {
        Path directory = TestDirectories.fresh("killed-product");
        EmbeddedDatabase database = EmbeddedDatabase.start(
                DatabaseSettings.in(directory.resolve("database")).withBufferPoolMegabytes(128));
        database.createDatabase(SCHEMA);
        database.createReader(SCHEMA, READER, READER);
        KillableService ingest = KillableService.start(
                "ingest-service",
                directory,
                Map.of(
                        "CRM_DB_URL", database.jdbcUrl(SCHEMA),
                        "CRM_DB_USER", database.user(),
                        "CRM_DB_PASSWORD", database.password(),
                        "CRM_ADMIN_KEY", ADMIN_KEY));
        ingest.awaitReady();
        KillableService report = KillableService.start(
                "report-service",
                directory,
                Map.of(
                        "CRM_DB_URL",
                        database.jdbcUrl(SCHEMA),
                        "CRM_DB_USER",
                        READER,
                        "CRM_DB_PASSWORD",
                        READER,
                        "CRM_STORE_DIR",
                        directory.resolve("store").toString()));
        KillableProduct product = new KillableProduct(database, ingest, report);
        product.awaitReady();
        return product;
    }

    Partner newPartner(String name) {
        return Product.newPartner(ingest.api().with(ADMIN_KEY), report.api(), name);
    }

    void awaitReady() {
        ingest.awaitReady();
        report.awaitReady();
    }

    void kill(Part part) throws InterruptedException {
        switch (part) {
            case DATABASE -> database.kill();
            case INGEST -> ingest.kill();
            case REPORT -> report.kill();
        }
    }

    /** Starts a killed part again; whoever had lost it finds it again by itself. */
    void restart(Part part) throws IOException {
        switch (part) {
            case DATABASE -> database.restart();
            case INGEST -> ingest.restart();
            case REPORT -> report.restart();
        }
    }

    @Override
    public void close() throws InterruptedException {
        report.stop();
        ingest.stop();
        database.stop();
    }
}
