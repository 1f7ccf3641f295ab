package crm.report.metric;

import crm.engine.query.InvalidQuery;
import crm.http.problem.Problem;
import crm.http.problem.ProblemMapper;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells everything that is wrong with a question. */
final class InvalidQueryMapper {

    @ServerExceptionMapper
    public Response toResponse(InvalidQuery refused) {
        return ProblemMapper.response(Problem.of(
                ProblemType.INVALID_PARAMETERS,
                "See errors.",
                refused.faults().stream()
                        .map(fault -> Violation.ofParameter(fault.parameter(), fault.code(), fault.detail()))
                        .toList()));
    }
}
