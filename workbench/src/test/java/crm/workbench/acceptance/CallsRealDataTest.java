package crm.workbench.acceptance;

import static crm.workbench.acceptance.Rows.columns;
import static crm.workbench.acceptance.Rows.firstColumns;
import static crm.workbench.acceptance.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pushes the calls of a real call centre and asks what is known about them. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "crm.workbench.acceptance.RealData#isThere", disabledReason = RealData.REASON)
class CallsRealDataTest {

    private static final Question LOST =
            Question.about("calls-lost-before-answer").from("2021-01-01", "2021-04-01");
    private static final Question HANDLED =
            Question.about("average-call-handle-time").from("2021-01-01", "2021-04-01");

    private final RealCalls data = new RealCalls();
    private final Partner partner;
    private final Partner stranger;

    CallsRealDataTest(Product product) throws IOException {
        partner = product.newPartner("pwc_calls");
        stranger = product.newPartner("somebody else");
    }

    @BeforeAll
    void pushEverything() {
        partner.push("calls", data.calls());
        partner.push("users", data.users());
    }

    @Test
    void callsAreOfferedAnsweredOrLost() throws IOException {
        MetricValue offered = offered(partner.ask(LOST).total());
        assertThat(row(
                        offered.denominator(),
                        partner.ask(HANDLED).total().denominator(),
                        partner.ask(LOST).total().value()))
                .isEqualTo(firstColumns(3, RealData.answer("pwc.calls")).getFirst());
    }

    @Test
    void theAbandonmentRateDividesByTheCallsOffered() throws IOException {
        assertThat(row(offered(partner.ask(LOST).total()).value()))
                .isEqualTo(columns(RealData.answer("pwc.rates"), 1).getFirst());
    }

    @Test
    void handlingIsTalkingWhereNothingElseIsKnown() throws IOException {
        JsonNode known = RealData.answer("pwc.talk_seconds");
        MetricValue all = partner.ask(HANDLED).total();
        MetricValue talk = partner.ask(HANDLED.with("components", "talk")).total();
        assertThat(row(mean(all), mean(talk), mean(all.companion("talk")))).isEqualTo(row(known, known, known));
    }

    @Test
    void monthsHaveTheirCallsAndAnswers() throws IOException {
        Map<String, MetricValue> handled =
                partner.ask(HANDLED.with("grain", "month")).series();
        List<String> months = new ArrayList<>();
        partner.ask(LOST.with("grain", "month"))
                .series()
                .forEach((start, lost) -> months.add(row(
                        start.substring(0, "2021-01".length()),
                        offered(lost).denominator(),
                        of(handled, start).denominator())));
        assertThat(months).containsExactlyElementsOf(firstColumns(3, RealData.answer("pwc.by_month")));
    }

    @Test
    void agentsHaveTheirCallsAndAnswers() throws IOException {
        Map<String, MetricValue> handled = partner.ask(HANDLED.by("owner")).groups();
        List<String> agents = new ArrayList<>();
        partner.ask(LOST.by("owner"))
                .groups()
                .forEach((agent, lost) -> agents.add(row(
                        agent, offered(lost).denominator(), of(handled, agent).denominator())));
        assertThat(agents).containsExactlyInAnyOrderElementsOf(firstColumns(3, RealData.answer("pwc.by_agent")));
    }

    @Test
    void topicsHaveTheirCalls() throws IOException {
        List<String> topics = new ArrayList<>();
        partner.ask(LOST.by("topic"))
                .groups()
                .forEach((topic, lost) -> topics.add(row(topic, offered(lost).denominator())));
        assertThat(topics).containsExactlyInAnyOrderElementsOf(firstColumns(2, RealData.answer("pwc.by_topic")));
    }

    @Test
    void recordsAreExactlyThoseThatWereCounted() {
        assertThat(partner.records(LOST))
                .hasSize(partner.ask(LOST).total().value().intValueExact());
        assertThat(partner.records(HANDLED))
                .hasSize(partner.ask(HANDLED).total().denominator().intValueExact());
    }

    @Test
    void pushingEverythingAgainChangesNothing() {
        List<Question> questions = List.of(
                LOST.by("owner", "topic").with("grain", "day"),
                HANDLED.by("topic").with("grain", "week"));
        List<JsonNode> before =
                questions.stream().map(each -> partner.ask(each).numbers()).toList();

        assertThat(partner.push("calls", data.calls()))
                .isEqualTo(new Partner.Verdicts(0, data.calls().size()));

        assertThat(questions.stream().map(each -> partner.ask(each).numbers()).toList())
                .isEqualTo(before);
    }

    @Test
    void anotherTenantSeesNothing() {
        assertThat(offered(stranger.ask(LOST).total()).denominator()).isZero();
        assertThat(stranger.ask(HANDLED).total().denominator()).isZero();
        assertThat(stranger.records(HANDLED)).isEmpty();
    }

    /** The value itself is told in milliseconds; its parts are exact. */
    private static BigDecimal mean(MetricValue value) {
        return value.numerator().divide(value.denominator(), MathContext.DECIMAL64);
    }

    private static MetricValue offered(MetricValue lost) {
        return lost.companion("abandonmentRate");
    }

    private static MetricValue of(Map<String, MetricValue> values, String name) {
        MetricValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + values.keySet());
        }
        return value;
    }
}
