package crm.report.metric;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.engine.query.Answer.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is told.
 *
 * @param value null, with a reason, where there is nothing to divide by
 * @param numerator of a ratio or an average
 * @param median of a duration
 * @param p90 of a duration: nine of ten are shorter
 * @param companions further numbers that belong to the value
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Figure(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal median,
        @Nullable BigDecimal p90,
        @Nullable String reason,
        Map<String, Figure> companions) {

    static Figure of(Value value) {
        Map<String, Figure> companions = new LinkedHashMap<>();
        value.companions().forEach((name, companion) -> companions.put(name, of(companion)));
        return new Figure(
                value.value(),
                value.numerator(),
                value.denominator(),
                value.median(),
                value.p90(),
                value.reason(),
                companions);
    }
}
