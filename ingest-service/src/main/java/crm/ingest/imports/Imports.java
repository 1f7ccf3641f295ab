package crm.ingest.imports;

import crm.ingest.quota.Allowance;
import crm.ingest.quota.Quotas;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** A tenant's imports, as those who ask over HTTP see them. A database that is away fails as one everywhere does. */
@ApplicationScoped
public class Imports {

    private final Uploads uploads;
    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final Quotas quotas;

    Imports(Uploads uploads, ImportJobs jobs, ImportChunks chunks, Quotas quotas) {
        this.uploads = uploads;
        this.jobs = jobs;
        this.chunks = chunks;
        this.quotas = quotas;
    }

    /** Stores a file that is to be imported; returns when all of it is durable. It is one request of the tenant's quota. */
    ImportId take(Upload upload, InputStream bytes) throws IOException {
        Allowance allowance = quotas.of(upload.sender().tenant());
        allowance.enter();
        try {
            return uploads.take(upload, bytes);
        } catch (SQLException failure) {
            throw new DatabaseFailed(failure);
        } finally {
            allowance.leave();
        }
    }

    /** The newest first, one more than are shown where there are more. */
    List<ImportJob> list(TenantId tenant) {
        return ask(() -> jobs.list(tenant));
    }

    /** The tenant's import of this id, once all of its file has come. */
    Optional<ImportJob> find(TenantId tenant, ImportId id) {
        return ask(() -> jobs.find(tenant, id)).filter(job -> job.state() != ImportState.RECEIVING);
    }

    /** Stops an import, or forgets one that is over; what is left of its file goes too. */
    void delete(TenantId tenant, ImportId id) {
        ask(() -> {
            if (!jobs.cancel(tenant, id)) {
                jobs.forget(id);
            }
            chunks.delete(id);
            return id;
        });
    }

    private static <T> T ask(Callable<T> question) {
        try {
            return question.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new DatabaseFailed(failure);
        }
    }

    /** The database did not answer as it should; the cause tells. */
    private static final class DatabaseFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DatabaseFailed(Exception cause) {
            super(cause);
        }
    }
}
