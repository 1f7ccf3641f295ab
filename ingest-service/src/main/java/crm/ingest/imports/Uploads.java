package crm.ingest.imports;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;

/** Takes files in, a few at a time: each holds a thread as long as its sender takes. */
@Singleton
class Uploads {

    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final ImportWorkers workers;
    private final ImportSettings settings;
    private final Semaphore places;

    Uploads(ImportJobs jobs, ImportChunks chunks, ImportWorkers workers, ImportSettings settings) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.workers = workers;
        this.settings = settings;
        this.places = new Semaphore(settings.uploads());
    }

    /** The import of a file that is stored now. */
    ImportId take(Upload upload, InputStream bytes) throws IOException, SQLException {
        if (jobs.unfinished(upload.sender().tenant()) >= settings.waiting()) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_REQUESTS,
                    "A tenant has at most " + settings.waiting() + " imports that are not over.");
        }
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "Too many files come in at this moment.");
        }
        try {
            ImportId id = upload.store(bytes, settings.largest().asLongValue(), jobs, chunks);
            workers.wake();
            return id;
        } finally {
            places.release();
        }
    }
}
