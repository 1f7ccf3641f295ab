package crm.workbench.acceptance;

import static crm.workbench.acceptance.Rows.firstColumns;
import static crm.workbench.acceptance.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Pushes cases, visits and subscriptions that nobody here made and asks what is known about them. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "crm.workbench.acceptance.RealData#isThere", disabledReason = RealData.REASON)
class ServiceRealDataTest {

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final Question CREATED = Question.about("cases-handled").with("basis", "created");
    private static final Question RESOLUTION =
            Question.about("average-time-to-resolution").from("2010-01-01", "2013-01-01");
    private static final Question GOALS =
            Question.about("web-goal-completion-rate").from("2012-03-19", "2012-04-04");
    private static final Question VIEWS = Question.about("web-page-views").from("2012-03-19", "2012-04-04");
    private static final Question TIME = Question.about("time-per-site-visit").from("2012-03-19", "2012-04-04");
    private static final Question LIST = Question.about("email-list-growth-rate");

    private final Partner desk;
    private final Partner incidents;
    private final Partner shop;
    private final Partner film;

    ServiceRealDataTest(Product product) {
        desk = product.newPartner("helpdesk");
        incidents = product.newPartner("bpi13_incidents");
        shop = product.newPartner("toy_store");
        film = product.newPartner("mavenflix");
    }

    @BeforeAll
    void pushEverything() throws IOException {
        desk.push("cases", RealService.cases("helpdesk/events.csv"));
        incidents.push("cases", RealService.cases("bpi13_incidents/events.csv.gz"));
        shop.push("page-views", RealService.views());
        shop.push("goal-completions", RealService.completions());
        shop.push("web-sessions", RealService.visits());
        film.push("subscription-events", RealService.subscriptions());
    }

    @Test
    void casesAreCounted() throws IOException {
        assertThat(row(created(desk)))
                .isEqualTo(firstColumns(1, RealData.answer("hd.size")).getFirst());
        assertThat(row(created(incidents)))
                .isEqualTo(firstColumns(1, RealData.answer("bpi13.size")).getFirst());
    }

    private static BigDecimal created(Partner partner) {
        return partner.ask(CREATED.from("2010-01-01", "2013-01-01")).total().value();
    }

    @Test
    void casesTakeTheirMeanAndTheirMedian() throws IOException {
        assertThat(days(desk))
                .isEqualTo(firstColumns(2, RealData.answer("hd.duration_days")).getFirst());
        assertThat(days(incidents))
                .isEqualTo(
                        firstColumns(2, RealData.answer("bpi13.duration_days")).getFirst());
    }

    private static String days(Partner partner) {
        MetricValue time = partner.ask(RESOLUTION).total();
        return row(
                time.numerator()
                        .divide(time.denominator(), MathContext.DECIMAL64)
                        .divide(DAY, MathContext.DECIMAL64),
                time.median().divide(DAY, MathContext.DECIMAL64));
    }

    @Test
    void monthsHaveTheirNewCases() throws IOException {
        assertThat(months(desk, "2010-01-01", "2010-07-01"))
                .containsExactlyElementsOf(firstColumns(2, RealData.answer("hd.opened_by_month")));
        assertThat(months(incidents, "2011-12-01", "2012-06-01"))
                .containsExactlyElementsOf(firstColumns(2, RealData.answer("bpi13.opened_by_month"))
                        .reversed());
    }

    private static List<String> months(Partner partner, String from, String to) {
        List<String> months = new ArrayList<>();
        partner.ask(CREATED.from(from, to).with("grain", "month"))
                .series()
                .forEach((start, value) -> months.add(row(start.substring(0, 7), value.value())));
        return months;
    }

    @Test
    void visitsAreCountedAndSomeEndWithAnOrder() throws IOException {
        MetricValue all = shop.ask(GOALS).total();
        MetricValue march = shop.ask(GOALS.from("2012-03-19", "2012-04-01")).total();

        assertThat(row(all.denominator(), all.numerator(), all.value()))
                .isEqualTo(Rows.columns(RealData.answer("toy.sessions_16d"), 0, 3, 4)
                        .getFirst());
        assertThat(row(march.denominator(), march.numerator()))
                .isEqualTo(
                        firstColumns(2, RealData.answer("toy.sessions_march")).getFirst());
    }

    @Test
    void visitsHaveTheirSourceCampaignAndDevice() throws IOException {
        List<String> sources = new ArrayList<>();
        shop.ask(GOALS.by("source", "campaign", "device"))
                .groups()
                .forEach((group, value) ->
                        sources.add(row(group.replace(" / ", " | "), value.denominator(), value.numerator())));
        assertThat(sources)
                .containsExactlyInAnyOrderElementsOf(firstColumns(5, RealData.answer("toy.sessions_by_source")));
    }

    @Test
    void visitorsThatSeeOnePageBounce() throws IOException {
        BigDecimal visits = shop.ask(TIME).total().denominator();
        BigDecimal staying = shop.ask(TIME.with("excludeBounces", true)).total().denominator();
        BigDecimal views = shop.ask(VIEWS).total().value();

        assertThat(row(
                        visits.subtract(staying).divide(visits, MathContext.DECIMAL64),
                        views.divide(visits, MathContext.DECIMAL64)))
                .isEqualTo(firstColumns(2, RealData.answer("toy.bounce")).getFirst());
    }

    @Test
    void visitsThatStayTakeTheirTime() throws IOException {
        MetricValue time = shop.ask(TIME.with("excludeBounces", true)).total();
        assertThat(row(time.numerator().divide(time.denominator(), MathContext.DECIMAL64)))
                .isEqualTo(row(RealData.answer("toy.visit_seconds")));
    }

    @Test
    void pagesAreSeenByTheirVisits() throws IOException {
        Map<String, MetricValue> all = shop.ask(VIEWS.by("page")).groups();
        List<String> pages = new ArrayList<>();
        shop.ask(VIEWS.by("page").with("unique", true))
                .groups()
                .forEach((page, unique) -> pages.add(
                        row(page, unique.value(), all.getOrDefault(page, unique).value())));
        assertThat(pages).containsExactlyInAnyOrderElementsOf(firstColumns(3, RealData.answer("toy.page_funnel")));
    }

    @Test
    void monthsHaveTheirComingsAndGoings() throws IOException {
        List<String> come = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        film.ask(LIST.from("2022-09-01", "2023-10-01").with("grain", "month"))
                .series()
                .forEach((start, value) -> {
                    come.add(row(
                            start.substring(0, 7),
                            value.companion("newSubscriptions").value()));
                    gone.add(row(
                            start.substring(0, 7),
                            value.companion("unsubscribed").value()));
                });
        assertThat(come).containsExactlyElementsOf(firstColumns(2, RealData.answer("mvx.even.subscribed_by_month")));
        assertThat(gone).containsExactlyElementsOf(firstColumns(2, RealData.answer("mvx.even.unsubscribed_by_month")));
    }

    @Test
    void quartersEndWithTheirSubscribers() throws IOException {
        List<BigDecimal> active = new ArrayList<>();
        for (String end : List.of("2023-01-01", "2023-04-01", "2023-07-01")) {
            active.add(film.ask(LIST.from("2022-09-01", end))
                    .total()
                    .companion("subscribersAtEnd")
                    .value());
        }
        assertThat(row(active.toArray()))
                .isEqualTo(firstColumns(3, RealData.answer("mvx.even.active_month_end"))
                        .getFirst());
    }
}
