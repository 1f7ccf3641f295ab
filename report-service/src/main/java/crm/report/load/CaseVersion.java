package crm.report.load;

import crm.report.load.CaseStep.Sort;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one version of a case says about its end. */
record CaseVersion(
        Instant version,
        @Nullable String status,
        @Nullable String owner,
        @Nullable String team,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt) {

    /** Whether it says that the case is done; without a status, its times say so. */
    boolean tellsDone() {
        return status == null
                ? resolvedAt != null || closedAt != null
                : Sort.of(status).isDone();
    }

    /** When, as this version has it, the status that it tells was taken. */
    Instant since() {
        Instant given =
                switch (status == null ? Sort.ACTIVE : Sort.of(status)) {
                    case RESOLVED -> resolvedAt;
                    case CLOSED -> closedAt;
                    case ACTIVE, WAITING -> null;
                };
        return given == null ? version : given;
    }
}
