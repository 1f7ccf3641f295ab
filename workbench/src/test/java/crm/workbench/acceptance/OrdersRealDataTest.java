package crm.workbench.acceptance;

import static crm.workbench.acceptance.Rows.columns;
import static crm.workbench.acceptance.Rows.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pushes the orders of two real shops and asks what is known about their customers. */
@Tag("packaged")
@ExtendWith(RunningProduct.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "crm.workbench.acceptance.RealData#isThere", disabledReason = RealData.REASON)
class OrdersRealDataTest {

    private static final String FROM = "1997-01-01";
    private static final String TO = "1998-07-01";
    private static final Question VALUE =
            Question.about("customer-lifetime-value").from(FROM, TO);
    private static final Question BEGAN =
            Question.about("new-customers").from(FROM, TO).with("grain", "month");
    private static final Question CAME_BACK = Question.about("retained-customers")
            .with("basis", "repeat")
            .from(FROM, TO)
            .with("grain", "month");
    private static final Question REVENUE =
            Question.about("new-revenue").from(FROM, TO).with("grain", "month");

    private final Partner music;
    private final Partner toys;

    OrdersRealDataTest(Product product) {
        music = product.newPartner("cdnow");
        toys = product.newPartner("toy_store");
    }

    @BeforeAll
    void pushEverything() throws IOException {
        music.push("orders", RealOrders.ofMusic());
        toys.push("orders", RealOrders.ofToys());
    }

    @Test
    void aLifetimeIsWorthTheRevenueByTheCustomers() throws IOException {
        MetricValue value = music.ask(VALUE).total();
        assertThat(row(value.denominator(), value.numerator()))
                .isEqualTo(columns(RealData.answer("cdn.size"), 1, 3).getFirst());
    }

    @Test
    void monthsHaveTheirNewAndTheirReturningCustomers() throws IOException {
        Map<String, MetricValue> cameBack = music.ask(CAME_BACK).series();
        List<String> months = new ArrayList<>();
        music.ask(BEGAN)
                .series()
                .forEach((start, began) -> months.add(
                        row(month(start), began.value(), of(cameBack, start).value())));
        assertThat(months).containsExactlyElementsOf(columns(RealData.answer("cdn.new_vs_returning"), 0, 1, 2));
    }

    @Test
    void monthsHaveTheirRevenueAndCustomers() throws IOException {
        Map<String, MetricValue> cameBack = music.ask(CAME_BACK).series();
        Map<String, MetricValue> began = music.ask(BEGAN).series();
        List<String> months = new ArrayList<>();
        music.ask(REVENUE)
                .series()
                .forEach((start, revenue) -> months.add(row(
                        month(start),
                        revenue.companion("wonRevenue").value(),
                        of(began, start).value().add(of(cameBack, start).value()))));
        assertThat(months).containsExactlyElementsOf(columns(RealData.answer("cdn.by_month"), 0, 2, 3));
    }

    @Test
    void everyFirstPurchaseIsListed() {
        Question began = Question.about("new-customers").from(FROM, TO);
        assertThat(music.records(began))
                .hasSize(music.ask(began).total().value().intValueExact());
    }

    @Test
    void theShopForToysHasItsRevenueMarginAndCustomers() throws IOException {
        Question value = Question.about("customer-lifetime-value").from("2012-01-01", "2015-04-01");
        MetricValue revenue = toys.ask(value).total();
        MetricValue margin = toys.ask(value.with("measure", "margin")).total();
        assertThat(row(revenue.numerator(), margin.numerator()))
                .isEqualTo(columns(RealData.answer("toy.revenue"), 1, 2).getFirst());
        assertThat(row(revenue.denominator()))
                .isEqualTo(columns(RealData.answer("toy.repeat_customers"), 0).getFirst());
    }

    @Test
    void theShopForToysHasItsRevenueByMonth() throws IOException {
        List<String> months = new ArrayList<>();
        toys.ask(REVENUE.from("2012-03-01", "2013-01-01"))
                .series()
                .forEach((start, revenue) -> months.add(
                        row(month(start), revenue.companion("wonRevenue").value())));
        assertThat(months).containsExactlyElementsOf(columns(RealData.answer("toy.revenue_2012_by_month"), 0, 1));
    }

    private static String month(String start) {
        return start.substring(0, "1997-01".length());
    }

    private static MetricValue of(Map<String, MetricValue> values, String name) {
        MetricValue value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no " + name + " among " + values.keySet());
        }
        return value;
    }
}
