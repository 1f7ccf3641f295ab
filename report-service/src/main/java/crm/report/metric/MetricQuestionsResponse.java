package crm.report.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.engine.query.InvalidQuery;
import crm.http.problem.Problem;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to several questions, in their order.
 *
 * @param dataThrough how far all of them have followed the tenant's log
 */
record MetricQuestionsResponse(List<Item> answers, MetricResponse.DataThrough dataThrough) {

    /**
     * An answer, or what was wrong with the question.
     *
     * @param status as the question would have got it alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            int status,
            @Nullable MetricResponse answer,
            @Nullable ProblemBody problem) {

        static Item answered(String id, MetricResponse answer) {
            return new Item(id, 200, answer, null);
        }

        static Item refused(String id, Problem problem) {
            return new Item(id, problem.status(), null, ProblemBody.of(problem));
        }
    }

    /** A problem as RFC 9457 has it, within a body. */
    record ProblemBody(String type, String title, int status, String detail, List<Fault> errors) {
        static ProblemBody of(Problem problem) {
            return new ProblemBody(
                    problem.type().uri(),
                    problem.type().title(),
                    problem.status(),
                    problem.detail(),
                    problem.errors().stream()
                            .map(each -> new Fault(each.parameter(), each.code(), each.detail()))
                            .toList());
        }
    }

    /** One thing that is wrong with a question. */
    record Fault(@Nullable String parameter, String code, String detail) {}

    static Problem problemOf(InvalidQuery refused) {
        return Problem.of(
                ProblemType.INVALID_PARAMETERS,
                "See errors.",
                refused.faults().stream()
                        .map(fault -> Violation.ofParameter(fault.parameter(), fault.code(), fault.detail()))
                        .toList());
    }
}
