package crm.ingest.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.ingest.mapping.ColumnUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An import as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Import")
public record ImportView(
        @Schema(required = true, examples = "i_1k2j3h4g5f6d7")
        String id,

        @Schema(required = true, examples = "deals") String collection,

        @Schema(description = "Missing: the columns are named like the fields.", examples = "hubspot-deals") @Nullable
        String mapping,

        @Schema(
                required = true,
                description = "waiting: others come first. failed, cancelled: the rows read before are records.",
                enumeration = {"receiving", "waiting", "running", "done", "failed", "cancelled"},
                examples = "running")
        String state,

        @Schema(description = "Why it could not go on.") @Nullable
        String failure,

        @Schema(required = true, description = "Bytes of the file, unpacked.", examples = "73400320")
        long bytes,

        @Schema(required = true, description = "Never falls.", minimum = "0", maximum = "100", examples = "41.5")
        double percent,

        @Schema(required = true, description = "accepted + duplicates + rejected.", examples = "120500")
        long rowsRead,

        @Schema(required = true, description = "Stored as records.", examples = "120000")
        long accepted,

        @Schema(required = true, description = "Stored before with the same content.", examples = "480")
        long duplicates,

        @Schema(required = true, description = "Not stored; the errors file has them.", examples = "20")
        long rejected,

        @Schema(description = "The place in the tenant's log up to which a reader has seen the rows read.") @Nullable
        Long position,

        @Schema(required = true) Instant createdAt,

        @Nullable Instant startedAt,

        @Nullable Instant finishedAt,

        @Schema(description = "When it will be done, at the pace so far; of one that runs.") @Nullable
        Instant estimatedEnd,

        @Schema(required = true) ColumnUse columns,

        @Schema(required = true) Links links) {

    /** Where more of it is found. */
    @Schema(name = "ImportLinks")
    public record Links(String self, String errors) {}

    /** A tenant's imports, the newest first. */
    @Schema(name = "Imports")
    public record ImportList(
            @Schema(required = true) List<ImportView> imports,

            @Schema(required = true, description = "False: there are older ones.")
            boolean complete) {
        public ImportList {
            imports = List.copyOf(imports);
        }
    }

    static ImportView of(ImportJob job, Instant now) {
        Progress progress = job.progress();
        String self = "/v1/imports/" + job.id();
        return new ImportView(
                job.id().toString(),
                job.wanted().collection(),
                job.wanted().mappingName(),
                job.state().text(),
                job.failure(),
                job.size(),
                percent(job),
                progress.rows(),
                progress.accepted(),
                progress.duplicates(),
                progress.rejected(),
                progress.position(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                estimatedEnd(job, now),
                job.wanted().use(),
                new Links(self, self + "/errors"));
    }

    /** The file is read a little ahead of the rows, so that only its end is the end. */
    private static double percent(ImportJob job) {
        if (job.state() == ImportState.DONE) {
            return 100;
        }
        double share = job.size() == 0 ? 0 : (double) job.progress().bytes() / job.size();
        return Math.min(99.9, Math.floor(share * 1000) / 10);
    }

    private static @Nullable Instant estimatedEnd(ImportJob job, Instant now) {
        Instant startedAt = job.startedAt();
        long read = job.progress().bytes();
        if (job.state() != ImportState.RUNNING || startedAt == null || read == 0) {
            return null;
        }
        Duration taken = Duration.between(startedAt, now);
        double left = (double) Math.max(0, job.size() - read) / read;
        return now.plusMillis((long) (taken.toMillis() * left));
    }
}
