package crm.workbench.acceptance;

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

/** Pushes the deals of a real sales department and asks what is known about them. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "crm.workbench.acceptance.RealData#isThere", disabledReason = RealData.REASON)
class DealsRealDataTest {

    private static final Question CLOSE_RATE = Question.about("close-rate").from("2017-01-01", "2018-01-01");
    private static final Question REVENUE = Question.about("new-revenue").from("2017-01-01", "2018-01-01");
    private static final Question CYCLE = Question.about("sales-cycle-duration").from("2017-01-01", "2018-01-01");
    private static final Question COHORT =
            Question.about("close-rate").with("basis", "cohort").from("2016-10-01", "2018-01-01");
    private static final Question OPEN = Question.about("open-opportunities").from("2018-01-01", "2018-02-01");
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private final RealDeals data = new RealDeals();
    private final Partner partner;
    private final Partner stranger;

    DealsRealDataTest(Product product) throws IOException {
        partner = product.newPartner("maven_crm");
        stranger = product.newPartner("somebody else");
    }

    @BeforeAll
    void pushEverything() {
        data.records().forEach(partner::push);
    }

    @Test
    void dealsAreCountedByTheirStage() throws IOException {
        MetricValue closed = partner.ask(CLOSE_RATE).total();
        List<String> counted = new ArrayList<>(List.of(row("Won", closed.numerator()), row("Lost", closed.rest())));
        partner.ask(OPEN.by("stage")).groups().forEach((stage, open) -> counted.add(row(stage, open.value())));
        assertThat(counted).containsExactlyInAnyOrderElementsOf(known("maven.count_by_stage", 2));
    }

    @Test
    void theCloseRateDividesByTheDecidedDeals() throws IOException {
        assertThat(row(partner.ask(CLOSE_RATE).total().value()))
                .isEqualTo(row(RealData.answer("maven.win_rate_closed")));
    }

    @Test
    void theCohortRateDividesByAllDeals() throws IOException {
        MetricValue all = partner.ask(COHORT.with("to", "2018-02-01")).total();
        assertThat(row(all.value())).isEqualTo(row(RealData.answer("maven.win_rate_all")));
    }

    @Test
    void revenueIsTheSumOfWonAmounts() throws IOException {
        assertThat(row(wonRevenue(partner.ask(REVENUE).total()))).isEqualTo(row(RealData.answer("maven.won_revenue")));
    }

    @Test
    void revenueByWonDealsIsTheAverageDeal() throws IOException {
        BigDecimal won = partner.ask(CLOSE_RATE).total().numerator();
        assertThat(row(wonRevenue(partner.ask(REVENUE).total()).divide(won, MathContext.DECIMAL64)))
                .isEqualTo(row(RealData.answer("maven.avg_won_deal")));
    }

    @Test
    void theCycleOfWonDealsHasItsMeanAndMedian() throws IOException {
        MetricValue cycle = partner.ask(CYCLE).total();
        assertThat(row(days(cycle.value()), days(cycle.median())))
                .isEqualTo(row(
                        RealData.answer("maven.sales_cycle_won_days"),
                        RealData.answer("maven.sales_cycle_median_won")));
    }

    @Test
    void theCycleOfAllClosedDealsHasItsMean() throws IOException {
        MetricValue cycle = partner.ask(CYCLE.with("outcome", "all")).total();
        assertThat(row(days(cycle.value()))).isEqualTo(row(RealData.answer("maven.sales_cycle_closed_days")));
    }

    @Test
    void dealsStayInTheirOnlyStageUntilTheyClose() throws IOException {
        Question stays = Question.about("sales-stage-duration").from("2017-01-01", "2018-01-01");
        MetricValue engaging = theOnlyGroup(partner.ask(stays.by("stage")), "Engaging");
        MetricValue ofWon = theOnlyGroup(partner.ask(stays.by("stage").with("outcome", "won")), "Engaging");
        assertThat(row(days(engaging.value()), days(ofWon.value()), days(ofWon.median())))
                .isEqualTo(row(
                        RealData.answer("maven.sales_cycle_closed_days"),
                        RealData.answer("maven.sales_cycle_won_days"),
                        RealData.answer("maven.sales_cycle_median_won")));
    }

    @Test
    void quartersHaveTheirRevenueAndWonDeals() throws IOException {
        Map<String, MetricValue> revenue =
                partner.ask(REVENUE.with("grain", "quarter")).series();
        List<String> quarters = new ArrayList<>();
        partner.ask(CLOSE_RATE.with("grain", "quarter"))
                .series()
                .forEach((start, closed) ->
                        quarters.add(row(quarter(start), wonRevenue(of(revenue, start)), closed.numerator())));
        assertThat(quarters).containsExactlyElementsOf(known("maven.won_revenue_by_close_quarter", 3));
    }

    @Test
    void monthsHaveTheirOutcomesRateAndRevenue() throws IOException {
        Map<String, MetricValue> revenue =
                partner.ask(REVENUE.with("grain", "month")).series();
        List<String> months = new ArrayList<>();
        partner.ask(CLOSE_RATE.with("grain", "month").from("2017-03-01", "2018-01-01"))
                .series()
                .forEach((start, closed) ->
                        months.add(row(month(start), outcomes(closed, wonRevenue(of(revenue, start))))));
        assertThat(months).containsExactlyElementsOf(known("maven.won_lost_by_month", 5));
    }

    @Test
    void monthsOfCreationHaveTheirDealsAndWhatBecameOfThem() throws IOException {
        List<String> created = new ArrayList<>();
        List<String> cohorts = new ArrayList<>();
        partner.ask(COHORT.with("grain", "month")).series().forEach((start, cohort) -> {
            BigDecimal open = cohort.companion("stillOpen").value();
            created.add(row(month(start), cohort.denominator()));
            cohorts.add(row(
                    month(start),
                    cohort.denominator(),
                    cohort.numerator(),
                    cohort.rest().subtract(open),
                    open));
        });
        assertThat(created).containsExactlyElementsOf(known("maven.created_by_month", 2));
        assertThat(cohorts).containsExactlyElementsOf(known("maven.cohort_month_win", 5));
    }

    @Test
    void agentsHaveTheirOutcomesRateAndRevenue() throws IOException {
        assertThat(outcomesBy("owner")).containsExactlyInAnyOrderElementsOf(known("maven.win_rate_by_agent", 5));
    }

    @Test
    void managersAreTheTeamsOfTheirAgents() throws IOException {
        Map<String, MetricValue> closed =
                partner.ask(CLOSE_RATE.by("team", "territory")).groups();
        Map<String, MetricValue> revenue =
                partner.ask(REVENUE.by("team", "territory")).groups();
        Map<String, MetricValue> agents =
                partner.ask(CLOSE_RATE.by("team", "owner")).groups();
        List<String> managers = new ArrayList<>();
        closed.forEach((name, deals) -> {
            String manager = name.replaceFirst(" / .*", "");
            managers.add(row(
                    name.replace(" / ", " | "),
                    agents.keySet().stream()
                            .filter(agent -> agent.startsWith(manager + " / "))
                            .count(),
                    deals.numerator(),
                    deals.value(),
                    wonRevenue(of(revenue, name))));
        });
        assertThat(managers).containsExactlyInAnyOrderElementsOf(known("maven.by_manager_region", 6));
    }

    @Test
    void productsHaveTheirOutcomesRateRevenueAndCycle() throws IOException {
        Map<String, MetricValue> cycles = partner.ask(CYCLE.by("productFamily")).groups();
        List<String> products = new ArrayList<>();
        Map<String, MetricValue> revenue =
                partner.ask(REVENUE.by("productFamily")).groups();
        partner.ask(CLOSE_RATE.by("productFamily"))
                .groups()
                .forEach((product, closed) -> products.add(row(
                        row(product, outcomes(closed, wonRevenue(of(revenue, product)))),
                        days(of(cycles, product).value()))));
        assertThat(products).containsExactlyInAnyOrderElementsOf(known("maven.by_product", 6));
    }

    @Test
    void sectorsAreThoseOfTheCustomers() throws IOException {
        Map<String, MetricValue> revenue = partner.ask(REVENUE.by("sector")).groups();
        List<String> sectors = new ArrayList<>();
        partner.ask(CLOSE_RATE.by("sector"))
                .groups()
                .forEach((sector, closed) ->
                        sectors.add(row(sector, closed.numerator(), wonRevenue(of(revenue, sector)))));
        assertThat(sectors).containsExactlyInAnyOrderElementsOf(known("maven.by_sector", 3));
    }

    @Test
    void openDealsHaveTheirNumberCustomersAndListValueByStage() throws IOException {
        Map<String, MetricValue> customers =
                partner.ask(OPEN.by("stage", "customer")).groups();
        List<String> stages = new ArrayList<>();
        partner.ask(OPEN.by("stage")).groups().forEach((stage, open) -> {
            BigDecimal withoutCustomer = of(customers, stage + " / (none)").value();
            stages.add(row(
                    stage,
                    open.value(),
                    open.value().subtract(withoutCustomer),
                    open.companion("amount").value()));
        });
        assertThat(stages).containsExactlyInAnyOrderElementsOf(known("maven.open_pipeline", 4));
    }

    @Test
    void openDealsHaveTheirAge() throws IOException {
        Question newYear = Question.about("open-opportunities").from("2017-12-31", "2018-01-01");
        MetricValue open = partner.ask(newYear).total();
        BigDecimal aDayEarlier = days(open.companion("averageAge").value()).subtract(BigDecimal.ONE);
        assertThat(row(open.value(), aDayEarlier))
                .isEqualTo(known("maven.open_age_on_2017_12_31", 2).getFirst());
    }

    @Test
    void revenueByTheLengthOfTheCycleIsTheVelocity() throws IOException {
        BigDecimal cycle = days(partner.ask(CYCLE).total().value());
        BigDecimal velocity = wonRevenue(partner.ask(REVENUE).total()).divide(cycle, MathContext.DECIMAL64);
        BigDecimal expected = RealData.answer("maven.velocity").decimalValue();
        assertThat(velocity.subtract(expected).abs()).isLessThan(new BigDecimal("0.01"));
    }

    @Test
    void purchasesWithoutCampaignAreAllUnattributed() throws IOException {
        Question purchases = Question.about("campaign-purchases").from("2017-01-01", "2018-01-01");
        Question revenue = Question.about("campaign-revenue").from("2017-01-01", "2018-01-01");
        assertThat(row(
                        partner.ask(purchases).total().companion("unattributed").value(),
                        partner.ask(revenue).total().companion("unattributed").value()))
                .isEqualTo(row(partner.ask(CLOSE_RATE).total().numerator(), RealData.answer("maven.won_revenue")));
    }

    @Test
    void recordsAreExactlyThoseThatWereCounted() {
        assertThat(partner.records(CLOSE_RATE))
                .hasSize(partner.ask(CLOSE_RATE).total().denominator().intValueExact());
        assertThat(partner.records(CYCLE))
                .hasSize(partner.ask(CYCLE).total().denominator().intValueExact());
        assertThat(partner.records(OPEN))
                .hasSize(partner.ask(OPEN).total().value().intValueExact());
    }

    @Test
    void recordsOfOneAgentAreThatAgents() {
        Question ofOne = CLOSE_RATE.with("filter[owner]", "darcel-schlecht");
        assertThat(partner.records(ofOne))
                .hasSize(partner.ask(ofOne).total().denominator().intValueExact())
                .allSatisfy(
                        deal -> assertThat(deal.required("ownerId").asText()).isEqualTo("darcel-schlecht"));
    }

    @Test
    void pushingEverythingAgainChangesNothing() {
        List<Question> questions = List.of(
                CLOSE_RATE.by("owner").with("grain", "month"), REVENUE.by("sector"), CYCLE, COHORT, OPEN.by("stage"));
        List<JsonNode> before =
                questions.stream().map(each -> partner.ask(each).numbers()).toList();

        data.records().forEach((collection, records) -> assertThat(partner.push(collection, records))
                .isEqualTo(new Partner.Verdicts(0, records.size())));

        assertThat(questions.stream().map(each -> partner.ask(each).numbers()).toList())
                .isEqualTo(before);
    }

    @Test
    void anotherTenantSeesNothing() {
        assertThat(stranger.ask(CLOSE_RATE).total().denominator()).isZero();
        assertThat(stranger.ask(OPEN.by("stage")).total().value()).isZero();
        assertThat(stranger.ask(OPEN.by("stage")).groups()).isEmpty();
        assertThat(wonRevenue(stranger.ask(REVENUE).total())).isZero();
        assertThat(stranger.records(CLOSE_RATE)).isEmpty();
        assertThat(stranger.ingest().get("/v1/users/darcel-schlecht").status()).isEqualTo(404);
    }

    private List<String> outcomesBy(String dimension) {
        Map<String, MetricValue> revenue = partner.ask(REVENUE.by(dimension)).groups();
        List<String> rows = new ArrayList<>();
        partner.ask(CLOSE_RATE.by(dimension))
                .groups()
                .forEach((name, closed) -> rows.add(row(name, outcomes(closed, wonRevenue(of(revenue, name))))));
        return rows;
    }

    private static String outcomes(MetricValue closed, BigDecimal revenue) {
        return row(closed.numerator(), closed.rest(), closed.value(), revenue);
    }

    private static BigDecimal wonRevenue(MetricValue revenue) {
        return revenue.companion("wonRevenue").value();
    }

    private static MetricValue of(Map<String, MetricValue> values, String name) {
        MetricValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + values.keySet());
        }
        return value;
    }

    private static MetricValue theOnlyGroup(MetricAnswer answer, String name) {
        assertThat(answer.groups()).containsOnlyKeys(name);
        return of(answer.groups(), name);
    }

    private static List<String> known(String id, int columns) throws IOException {
        return firstColumns(columns, RealData.answer(id));
    }

    private static BigDecimal days(BigDecimal seconds) {
        return seconds.divide(DAY, MathContext.DECIMAL64);
    }

    private static String month(String start) {
        return start.substring(0, "2017-01".length());
    }

    private static String quarter(String start) {
        return start.substring(0, "2017".length()) + "-Q" + (Integer.parseInt(start.substring(5, 7)) + 2) / 3;
    }
}
