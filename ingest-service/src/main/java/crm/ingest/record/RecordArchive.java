package crm.ingest.record;

import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.record.RecordView.Version;
import crm.log.Event;
import crm.log.EventLogReader;
import crm.log.LoggedEvent;
import crm.record.RecordKind;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The records a tenant has sent, as its log holds them. */
@ApplicationScoped
public class RecordArchive {

    private final EventLogReader reader;
    private final Clock clock;

    RecordArchive(EventLogReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The record with its history; nothing where the tenant never sent it. */
    public Optional<RecordView> find(TenantId tenant, RecordKind kind, String id) {
        List<LoggedEvent> versions = reader.versions(tenant, kind.collection(), id);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        List<Version> newestFirst =
                versions.reversed().stream().map(Version::of).toList();
        return Optional.of(new RecordView(id, kind.collection(), newestFirst.getFirst(), newestFirst));
    }

    /** The event that takes a record back, which the tenant must have sent before. */
    public Event tombstone(TenantId tenant, RecordKind kind, String id, @Nullable String updatedAt) {
        Instant version = updatedAt == null ? null : version(updatedAt);
        if (reader.versions(tenant, kind.collection(), id).isEmpty()) {
            throw new NotFoundException();
        }
        return new Event(kind.collection(), id, version, true, "{}");
    }

    private Instant version(String updatedAt) {
        long moment = Moments.parse(updatedAt);
        if (moment == Moments.INVALID) {
            throw wrong(Fault.INVALID_TIMESTAMP, "RFC 3339 with offset, such as 2026-03-02T09:30:00Z.");
        }
        Instant version = Instant.EPOCH.plus(moment, ChronoUnit.MICROS);
        if (version.isAfter(clock.instant().plus(RecordParser.CLOCKS_MAY_DIFFER))) {
            throw wrong(Fault.IN_THE_FUTURE, "What has happened cannot lie more than 24 hours ahead.");
        }
        return version;
    }

    private static ProblemException wrong(Fault fault, String detail) {
        return new ProblemException(Problem.of(
                ProblemType.INVALID_PARAMETERS,
                "See errors.",
                List.of(Violation.ofParameter("updatedAt", fault.code(), detail))));
    }
}
