package crm.ingest.imports;

import crm.http.problem.ProblemException;
import crm.ingest.csv.CsvUnreadable;
import crm.ingest.erasure.Memory;
import crm.ingest.erasure.WaitingFiles;
import crm.ingest.mapping.RowMapper;
import crm.ingest.record.Passage;
import crm.ingest.record.RecordJudge;
import crm.ingest.record.TenantKinds;
import crm.ingest.record.Verdict;
import crm.record.RecordKind;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Looks through the files of imports that are not over for somebody who was erased. */
@ApplicationScoped
class NamingFiles implements WaitingFiles {

    private final ImportJobs jobs;
    private final ImportChunks chunks;
    private final TenantKinds kinds;
    private final Clock clock;

    NamingFiles(ImportJobs jobs, ImportChunks chunks, TenantKinds kinds, Clock clock) {
        this.jobs = jobs;
        this.chunks = chunks;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public List<String> stopThoseNaming(TenantId tenant, Memory memory) {
        List<String> stopped = new ArrayList<>();
        try {
            for (ImportJob job : jobs.readable(tenant)) {
                if (names(job, memory) && jobs.cancel(tenant, job.id())) {
                    chunks.delete(job.id());
                    stopped.add(job.id().toString());
                }
            }
        } catch (SQLException away) {
            throw new UncheckedIOException(new IOException("files could not be looked through", away));
        }
        return stopped;
    }

    private boolean names(ImportJob job, Memory memory) {
        try {
            JobFile file = JobFile.open(job, chunks);
            RecordKind kind = kinds.of(job.wanted().tenant())
                    .await()
                    .indefinitely()
                    .apply(file.mapping().kind());
            RecordJudge judge = new RecordJudge(kind, clock.instant());
            while (file.rows().hasNext()) {
                RowMapper.Mapped row = file.mapper().map(file.rows().next());
                Verdict verdict = judge.judge(row.json(), row.violations());
                if (!Passage.through(memory, verdict).equals(verdict)) {
                    return true;
                }
            }
            return false;
        } catch (CsvUnreadable | ProblemException unfit) {
            // Its worker ends it, and removes the file.
            return false;
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
