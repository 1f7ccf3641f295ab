package crm.report.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.query.Answer;
import crm.report.catalog.Catalogue;
import crm.report.metric.Inquiry;
import crm.tenant.TenantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures of records that random companies do not have, recounted by hand over the busy company of ann, bob and cid. */
class MeasuresTest {

    private static final TenantId TENANT = new TenantId(7);
    private static final Product PRODUCT = new Product();

    @BeforeAll
    static void push() {
        PRODUCT.push(TENANT, Acme.busy(), 3);
    }

    @AfterAll
    static void close() {
        PRODUCT.close();
    }

    @ParameterizedTest
    @CsvSource({
        // 4000 less the 500 that were given back, and 100 dollars that were 62.50 on that day.
        "money-received, 2026-01-01, 2026-04-01, '', 3562.50",
        "money-received, 2026-03-01, 2026-04-01, '', -437.50",
        "money-received, 2026-01-01, 2026-04-01, bob, 3500.00",
        "money-received, 2026-01-01, 2026-04-01, ann, 0.00",
        // What was settled is agreed on no more.
        "receipts-agreed, 2026-01-01, 2026-04-01, '', 2500.00",
        "receipts-agreed, 2026-01-01, 2026-07-01, '', 8500.00",
        // A hundred over three days; 80 dollars were 64 on the first of March.
        "marketing-cost, 2026-01-30, 2026-02-01, '', 66.67",
        "marketing-cost, 2026-02-01, 2026-02-02, '', 33.33",
        "marketing-cost, 2026-01-01, 2026-04-01, '', 284.50",
        // The fair began with its first message, in February.
        "campaign-cost, 2026-01-01, 2026-02-01, '', 400.00",
        "campaign-cost, 2026-02-01, 2026-03-01, '', 1000.00",
        "campaign-cost, 2026-01-01, 2026-04-01, ann, 1000.00",
        // m-1, m-2 and m-3, however often something happened to them.
        "campaign-reach, 2026-01-01, 2026-04-01, '', 3",
        "campaign-reach, 2026-02-01, 2026-03-01, '', 1",
        // Nine calls of the telephone system, one of which a-2 is the note of, a-1 and a-7.
        "activities-done, 2026-01-01, 2026-04-01, '', 11",
        "activities-done, 2026-01-01, 2026-02-01, ann, 3",
        // a-3 is planned for March and a-4 for April.
        "activities-scheduled, 2026-03-01, 2026-04-01, '', 1",
        "activities-scheduled, 2026-03-01, 2026-05-01, bob, 2",
        "activities-overdue, 2026-03-01, 2026-05-01, bob, 1",
        // Three calls, a-3 and a-5; a-6 was noted on the first of April in Brussels.
        "activities, 2026-03-01, 2026-04-01, '', 5",
        "activities, 2026-04-01, 2026-04-02, '', 1",
        // k-4 became k-1, and k-3 came later.
        "contacts, 2026-01-01, 2026-02-01, '', 1",
        "contacts, 2026-03-01, 2026-04-01, '', 2",
        "contacts-to-write-to, 2026-03-01, 2026-04-01, '', 1",
        // What was done with k-4 was done with k-1.
        "contacts-contacted, 2026-01-01, 2026-02-01, '', 0",
        "contacts-contacted, 2026-02-01, 2026-04-01, '', 1"
    })
    void measuresAreWhatAPersonRecounts(String measure, String from, String to, String owner, BigDecimal expected) {
        assertThat(Objects.requireNonNull(
                        answer(measure, from, to, owner).total().value()))
                .isEqualByComparingTo(expected);
    }

    @Test
    void whatIsInAnotherCurrencyIsToldApart() {
        assertThat(answer("money-received", "2026-01-01", "2026-04-01", "").unconverted())
                .singleElement()
                .satisfies(each -> assertThat(each.amount()).isEqualByComparingTo("10"));
    }

    @Test
    void theEngagementOfContactsIsThatOfThoseWhoHaveOne() {
        Answer.Value value = answer("contacts", "2026-01-01", "2026-04-10", "")
                .total()
                .companions()
                .get("averageEngagement");

        assertThat(Objects.requireNonNull(Objects.requireNonNull(value).value()))
                .isEqualByComparingTo("30");
    }

    @Test
    void everyModelSharesTheSameRevenue() {
        for (String model : List.of(
                "primary", "first-touch", "last-touch", "last-non-direct", "linear", "position-based", "time-decay")) {
            Answer answer = PRODUCT.inquire(
                    TENANT,
                    inquiry -> ask(
                            inquiry,
                            "campaign-credit",
                            Map.of(
                                    "from",
                                    List.of("2026-01-01"),
                                    "to",
                                    List.of("2026-04-01"),
                                    "model",
                                    List.of(model))));

            assertThat(Objects.requireNonNull(answer.total().value())).as(model).isEqualByComparingTo("20100.00");
        }
    }

    private static Answer answer(String measure, String from, String to, String owner) {
        Map<String, List<String>> question = new LinkedHashMap<>();
        question.put("from", List.of(from));
        question.put("to", List.of(to));
        if (!owner.isEmpty()) {
            question.put("filter[owner]", List.of(owner));
        }
        return PRODUCT.inquire(TENANT, inquiry -> ask(inquiry, measure, question));
    }

    private static Answer ask(Inquiry inquiry, String measure, Map<String, List<String>> question) {
        return inquiry.answer(inquiry.read(Catalogue.metric(measure).orElseThrow(), question))
                .answer();
    }
}
