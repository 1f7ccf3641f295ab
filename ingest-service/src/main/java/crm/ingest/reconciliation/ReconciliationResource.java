package crm.ingest.reconciliation;

import crm.http.access.Caller;
import crm.http.access.Scopes;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The counts over HTTP, for senders who compare them with their own. */
@Path("/v1/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Scopes.INGEST, Scopes.ADMIN})
@Blocking
@Tag(name = "reconciliation")
public class ReconciliationResource {

    private static final int MOST_DAYS = 100;

    private final Caller caller;

    ReconciliationResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "reconcile",
            summary = "Compare what was sent with what was stored",
            description = "By day of receipt (UTC), key and collection: received = accepted + duplicates + rejected, to"
                    + " the record. What is sent again or replayed is received again. At most 100 days.")
    public ReconciliationView show(
            @Parameter(
                            required = true,
                            description = "The first day.",
                            example = "2026-03-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            required = true,
                            description = "The day after the last.",
                            example = "2026-04-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable
                    String to) {
        List<Violation> violations = new ArrayList<>();
        @Nullable LocalDate first = day("from", from, violations);
        @Nullable LocalDate end = day("to", to, violations);
        if (first != null && end != null) {
            long days = ChronoUnit.DAYS.between(first, end);
            if (days < 1) {
                violations.add(Violation.ofParameter("to", "empty_range", "It must come after from."));
            } else if (days > MOST_DAYS) {
                violations.add(Violation.ofParameter("to", "range_too_long", "At most " + MOST_DAYS + " days."));
            } else {
                return ReconciliationView.of(
                        first,
                        end,
                        DayCount.between(caller.tenant(), first, end).stream()
                                .map(DayCount::row)
                                .toList());
            }
        }
        throw new ProblemException(Problem.of(ProblemType.INVALID_PARAMETERS, "See errors.", violations));
    }

    private static @Nullable LocalDate day(String name, @Nullable String text, List<Violation> violations) {
        if (text == null || text.isEmpty()) {
            violations.add(Violation.ofParameter(name, "missing", "A date such as 2026-03-01."));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1000 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // told below, together with days that no database knows
        }
        violations.add(Violation.ofParameter(name, "invalid_date", "A date such as 2026-03-01."));
        return null;
    }
}
