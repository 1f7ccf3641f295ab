package crm.report.metric;

import crm.engine.store.StoreFailure;
import crm.http.problem.ProblemMapper;
import crm.http.problem.Problems;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A failure of the column store is our own; what lies beneath it must not be taken for a database that is away. */
final class StoreFailureMapper {

    private static final Logger LOG = Logger.getLogger(StoreFailureMapper.class);

    @ServerExceptionMapper
    public Response toResponse(StoreFailure failure) {
        LOG.error("request failed", failure);
        return ProblemMapper.response(Problems.ofStatus(500));
    }
}
