package crm.report.oracle;

import crm.report.oracle.Buying.Purchase;
import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Customers: whether they are active, whether they stay, what they are worth. */
final class Staying {

    static final Set<String> OF_CUSTOMERS = Set.of(
            "customer",
            "owner",
            "team",
            "territory",
            "region",
            "industry",
            "sector",
            "segment",
            "customerSize",
            "cohort",
            "source",
            "campaign",
            "firstProductFamily");

    private static final Duration WINDOW = Duration.ofDays(365);

    private final Known known;
    private final Buying buying;
    private final ZoneId home;

    Staying(Known known, Buying buying, ZoneId home) {
        this.known = known;
        this.buying = buying;
        this.home = home;
    }

    private List<Version> contracts(String customer) {
        return known.all("contracts").stream()
                .map(Entity::now)
                .filter(each -> customer.equals(known.survivor(each.text("customerId"))))
                .toList();
    }

    private Set<String> customers() {
        Set<String> customers = new TreeSet<>(buying.customers());
        known.all("contracts").stream()
                .map(each -> known.survivor(each.now().text("customerId")))
                .forEach(customers::add);
        return customers;
    }

    /** In force at that instant; a customer without any contract bought something in the window ending then. */
    boolean isActive(String customer, Instant at) {
        List<Version> contracts = contracts(customer);
        if (!contracts.isEmpty()) {
            return contracts.stream().anyMatch(each -> isInForce(each, at));
        }
        return buying.of(customer).stream()
                .anyMatch(
                        each -> !each.at().isAfter(at) && each.at().plus(WINDOW).isAfter(at));
    }

    private static boolean isInForce(Version contract, Instant at) {
        Instant end = contract.moment("endAt");
        Instant cancelled = contract.moment("cancelledAt");
        return !contract.needed("startAt").isAfter(at)
                && (end == null || end.isAfter(at))
                && (cancelled == null || cancelled.isAfter(at));
    }

    private static Instant last(Period period) {
        return period.end().minus(1, ChronoUnit.MICROS);
    }

    Members members(String customer) {
        Version account = buying.account(customer);
        Instant began = buying.becameCustomer(customer);
        Optional<Members> start = Optional.ofNullable(began).map(at -> buying.start(customer, at));
        return Members.none()
                .with("customer", customer)
                .with("owner", account.text("ownerId"))
                .with("team", known.team(account, "ownerId", Instant.MAX))
                .with("territory", account.text("territoryId"))
                .with("region", account.text("region"))
                .with("industry", account.text("industry"))
                .with("sector", account.text("sector"))
                .with("segment", account.text("segment"))
                .with("customerSize", account.text("sizeBand"))
                .with("cohort", began == null ? null : cohort(began))
                .with("source", start.map(each -> each.of("source")).orElse(null))
                .with("campaign", start.map(each -> each.of("campaign")).orElse(null))
                .with(
                        "firstProductFamily",
                        start.map(each -> each.of("productFamily")).orElse(null));
    }

    String cohort(Instant began) {
        return LocalDate.ofInstant(began, home).toString().substring(0, "2026-01".length());
    }

    Counted activeAtStart() {
        return counted((customer, period) -> isActive(customer, period.from()));
    }

    Counted activeAtEnd(Function<String, Members> members, Set<String> dimensions) {
        return new Counted(dimensions, period -> customers().stream()
                .filter(customer -> isActive(customer, last(period)))
                .map(customer -> Row.of(members.apply(customer)))
                .toList());
    }

    Counted retained() {
        return counted((customer, period) -> isActive(customer, period.from()) && isActive(customer, last(period)));
    }

    /** Bought in the period, and before it too. */
    Counted repeating() {
        return counted((customer, period) -> buying.of(customer).stream().anyMatch(each -> period.has(each.at()))
                && buying.of(customer).getFirst().at().isBefore(period.from()));
    }

    private interface Test {
        boolean of(String customer, Period period);
    }

    private Counted counted(Test test) {
        return new Counted(OF_CUSTOMERS, period -> customers().stream()
                .filter(customer -> test.of(customer, period))
                .map(customer -> Row.of(members(customer)))
                .toList());
    }

    /** Everybody who has become a customer by the end of the period. */
    Counted acquired() {
        return counted((customer, period) -> isBefore(buying.becameCustomer(customer), period.end()));
    }

    enum Worth {
        REVENUE,
        MARGIN,
        REVENUE_WITH_COST
    }

    /** What customers acquired by the end of the period have brought by then. */
    Counted lifetime(Worth what) {
        return new Counted(OF_CUSTOMERS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Purchase each : buying.all()) {
                if (each.customer() != null
                        && isBefore(buying.becameCustomer(each.customer()), period.end())
                        && each.at().isBefore(period.end())) {
                    rows.add(Row.money(
                            members(each.customer()), worth(each, what), known.currencyOf(each.money()), each.at()));
                }
            }
            return rows;
        });
    }

    private @Nullable BigDecimal worth(Purchase purchase, Worth what) {
        BigDecimal amount = purchase.amount();
        BigDecimal cost = buying.cost(purchase);
        return switch (what) {
            case REVENUE -> amount;
            case MARGIN -> amount == null || cost == null ? null : amount.subtract(cost);
            case REVENUE_WITH_COST -> cost == null ? null : amount;
        };
    }

    private static boolean isBefore(@Nullable Instant one, Instant other) {
        return Objects.requireNonNullElse(one, Instant.MAX).isBefore(other);
    }
}
