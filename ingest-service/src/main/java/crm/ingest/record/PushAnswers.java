package crm.ingest.record;

import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.quota.Quotas;
import crm.ingest.quota.RateLimit;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever pushes records is answered, in whatever way they came, and how the ways are told their options. */
@ApplicationScoped
class PushAnswers {

    private final Quotas quotas;

    PushAnswers(Quotas quotas) {
        this.quotas = quotas;
    }

    Response of(TenantId tenant, BatchAnswer answer) {
        RateLimit left = quotas.of(tenant).headers();
        return BatchAnswerJson.response(answer)
                .header(RateLimit.POLICY_HEADER, left.policy())
                .header(RateLimit.LEFT_HEADER, left.left())
                .build();
    }

    /** Anything but true and false is refused: a slip must not store half of what was to be whole. */
    static boolean isTrue(String parameter, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new ProblemException(Problem.of(
                ProblemType.INVALID_PARAMETERS,
                "See errors.",
                List.of(Violation.ofParameter(parameter, Fault.NOT_A_MEMBER.code(), "true or false."))));
    }
}
