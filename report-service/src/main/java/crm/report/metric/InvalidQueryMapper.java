package crm.report.metric;

import crm.engine.query.InvalidQuery;
import crm.http.problem.ProblemMapper;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells everything that is wrong with a question. */
final class InvalidQueryMapper {

    @ServerExceptionMapper
    public Response toResponse(InvalidQuery refused) {
        return ProblemMapper.response(MetricQuestionsResponse.problemOf(refused));
    }
}
