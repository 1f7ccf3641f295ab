package crm.ingest.quota;

import crm.http.problem.Problem;
import crm.http.problem.ProblemJson;
import crm.http.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells a tenant that it has sent more than it may, and when to go on. */
public final class QuotaExceededMapper {

    @ServerExceptionMapper
    public Response toResponse(QuotaExceeded exceeded) {
        Problem problem = Problem.of(ProblemType.TOO_MANY_REQUESTS, String.valueOf(exceeded.getMessage()));
        return Response.status(problem.status())
                .entity(ProblemJson.of(problem))
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, exceeded.secondsToWait())
                .header(RateLimit.POLICY_HEADER, exceeded.left().policy())
                .header(RateLimit.LEFT_HEADER, exceeded.left().left())
                .build();
    }
}
