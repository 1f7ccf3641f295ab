package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** A value somewhere in an answer: of the whole period, of a bucket or of a group. */
record MetricValue(JsonNode json) {

    BigDecimal value() {
        return number("value");
    }

    BigDecimal numerator() {
        return number("numerator");
    }

    BigDecimal denominator() {
        return number("denominator");
    }

    BigDecimal median() {
        return number("median");
    }

    /** What the denominator counts and the numerator does not. */
    BigDecimal rest() {
        return denominator().subtract(numerator());
    }

    MetricValue companion(String name) {
        return new MetricValue(json.required("companions").required(name));
    }

    private BigDecimal number(String name) {
        JsonNode number = json.required(name);
        if (!number.isNumber()) {
            throw new IllegalStateException(name + " is no number in " + json);
        }
        return number.decimalValue();
    }
}
