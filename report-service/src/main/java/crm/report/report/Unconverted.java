package crm.report.report;

import crm.engine.query.Answer;
import crm.report.metric.Inquiry.Answered;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Amounts that a metric of the report counted but did not sum, for want of a rate. */
public record Unconverted(String metric, String currency, long count, BigDecimal amount) {

    static List<Unconverted> of(Collection<Answered> answers) {
        Set<Unconverted> found = new LinkedHashSet<>();
        for (Answered answered : answers) {
            for (Answer.Unconverted each : answered.answer().unconverted()) {
                found.add(new Unconverted(
                        answered.question().metric().id(), each.currency(), each.count(), each.amount()));
            }
        }
        return List.copyOf(found);
    }
}
