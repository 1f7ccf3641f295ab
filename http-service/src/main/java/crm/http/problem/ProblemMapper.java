package crm.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever a resource, or what stands before it, throws into the problem that it is. */
public final class ProblemMapper {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    /** Named one by one where the framework brings a mapper of its own for the class. */
    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        JsonProcessingException.class,
        MismatchedInputException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class
    })
    public Response toResponse(Throwable failure, UriInfo address) {
        Problem problem = Problems.of(failure);
        if (problem.type() == ProblemType.INTERNAL) {
            LOG.error("request failed", failure);
        }
        Response.ResponseBuilder response = builder(problem);
        if (failure instanceof NotAllowedException) {
            response.header(
                    HttpHeaders.ALLOW, AllowedMethods.of(address.getRequestUri().getRawPath()));
        }
        return response.build();
    }

    /** The answer that tells {@code problem}, with the headers its status asks for. */
    public static Response response(Problem problem) {
        return builder(problem).build();
    }

    private static Response.ResponseBuilder builder(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .entity(ProblemJson.of(problem))
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        ProblemHeaders.of(problem.type()).forEach(response::header);
        return response;
    }
}
