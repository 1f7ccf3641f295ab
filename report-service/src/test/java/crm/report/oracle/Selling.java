package crm.report.oracle;

import crm.engine.query.Attribution;
import crm.report.oracle.Buying.Purchase;
import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What more existing customers buy, line by line. */
final class Selling {

    static final Set<String> OF_LINES = with(Staying.OF_CUSTOMERS, "productFamily", "product");

    private final Known known;
    private final Buying buying;
    private final Staying staying;
    private final List<Line> lines = new ArrayList<>();

    /** A line of a purchase. */
    record Line(
            Purchase purchase,
            String customer,
            @Nullable String product,
            @Nullable String family,
            @Nullable BigDecimal tier,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable BigDecimal amount,
            @Nullable String told) {}

    Selling(Known known, Buying buying, Staying staying) {
        this.known = known;
        this.buying = buying;
        this.staying = staying;
        buying.all().forEach(this::addLines);
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    private void addLines(Purchase purchase) {
        String customer = purchase.customer();
        if (customer == null) {
            return;
        }
        Version order = purchase.order();
        List<Map<String, Object>> told = order == null
                ? Objects.requireNonNull(purchase.deal()).now().objects("lineItems")
                : order.objects("lines");
        if (told.isEmpty()) {
            lines.add(new Line(
                    purchase,
                    customer,
                    null,
                    purchase.told("productFamily"),
                    null,
                    null,
                    null,
                    purchase.amount(),
                    purchase.type()));
        }
        for (Map<String, Object> each : told) {
            String product = (String) each.get("productId");
            Optional<Version> sold = known.find("products", product).map(Entity::now);
            String family = sold.map(found -> found.text("family")).orElse(null);
            String type = (String) each.get("saleType");
            lines.add(new Line(
                    purchase,
                    customer,
                    product,
                    family == null ? purchase.told("productFamily") : family,
                    sold.map(found -> found.number("tier")).orElse(null),
                    (BigDecimal) each.get("quantity"),
                    (BigDecimal) each.get("unitPrice"),
                    amount(order, each),
                    type == null ? purchase.type() : type));
        }
    }

    private static @Nullable BigDecimal amount(@Nullable Version order, Map<String, Object> line) {
        if (order != null
                && !order.has("refundedAmount")
                && order.textOr("status", "").equals("refunded")) {
            return BigDecimal.ZERO;
        }
        BigDecimal quantity = (BigDecimal) line.get("quantity");
        BigDecimal price = (BigDecimal) line.get("unitPrice");
        if (line.containsKey("amount") || quantity == null || price == null) {
            return (BigDecimal) line.get("amount");
        }
        BigDecimal discount = (BigDecimal) line.getOrDefault("discount", BigDecimal.ZERO);
        return quantity.multiply(price).subtract(Objects.requireNonNull(discount));
    }

    private String type(Line line) {
        if (line.told() != null) {
            return line.told();
        }
        List<Line> earlier = lines.stream()
                .filter(each -> each.customer().equals(line.customer()))
                .filter(each -> each.purchase().at().isBefore(line.purchase().at()))
                .toList();
        if (earlier.isEmpty()) {
            return "new_business";
        }
        if (line.family() == null) {
            return "repeat";
        }
        List<Line> ofFamily = earlier.stream()
                .filter(each -> line.family().equals(each.family()))
                .toList();
        if (ofFamily.isEmpty()) {
            return "cross_sell";
        }
        List<Line> ofProduct = ofFamily.stream()
                .filter(each -> line.product() != null && line.product().equals(each.product()))
                .toList();
        boolean isMore = exceeds(line, ofFamily, Line::tier)
                || exceeds(line, ofProduct, Line::quantity)
                || exceeds(line, ofProduct, Line::price);
        return isMore ? "up_sell" : "repeat";
    }

    /** Whether it is above all those that are known, of which there is at least one. */
    private static boolean exceeds(Line line, List<Line> others, Function<Line, @Nullable BigDecimal> number) {
        BigDecimal own = number.apply(line);
        boolean isAnyKnown = false;
        for (Line other : others) {
            BigDecimal before = number.apply(other);
            if (before != null) {
                isAnyKnown = true;
                if (own == null || own.compareTo(before) <= 0) {
                    return false;
                }
            }
        }
        return own != null && isAnyKnown;
    }

    private List<Line> linesIn(Period period, Predicate<Line> wanted) {
        return lines.stream()
                .filter(line -> period.has(line.purchase().at()))
                .filter(line -> staying.isActive(line.customer(), period.from()))
                .filter(wanted)
                .toList();
    }

    private Predicate<Line> ofType(@Nullable String type) {
        return line -> type == null || type.equals(type(line));
    }

    /** Existing customers with at least one such line. */
    Counted customers(String type) {
        return new Counted(Staying.OF_CUSTOMERS, period -> {
            Map<String, Row> rows = new LinkedHashMap<>();
            linesIn(period, ofType(type))
                    .forEach(line -> rows.put(line.customer(), Row.of(staying.members(line.customer()))));
            return List.copyOf(rows.values());
        });
    }

    /** Each product that an existing customer bought, or each such customer. */
    Counted bought(boolean products) {
        return new Counted(Staying.OF_CUSTOMERS, period -> {
            Map<List<String>, Row> rows = new HashMap<>();
            linesIn(period, line -> line.product() != null)
                    .forEach(line -> rows.put(
                            products
                                    ? List.of(line.customer(), Objects.requireNonNull(line.product()))
                                    : List.of(line.customer()),
                            Row.of(staying.members(line.customer()))));
            return List.copyOf(rows.values());
        });
    }

    /** Such lines to existing customers; of all types where none is named. */
    Counted lines(@Nullable String type) {
        return new Counted(OF_LINES, period -> linesIn(period, ofType(type)).stream()
                .map(line -> Row.money(
                        members(line),
                        line.amount(),
                        known.currencyOf(line.purchase().money()),
                        line.purchase().at()))
                .toList());
    }

    private Members members(Line line) {
        Members sale = buying.members(line.purchase());
        return staying.members(line.customer())
                .with("owner", sale.of("owner"))
                .with("team", sale.of("team"))
                .today("owner", sale.of("owner", Attribution.CURRENT))
                .today("team", sale.of("team", Attribution.CURRENT))
                .with("territory", sale.of("territory"))
                .with("productFamily", line.family())
                .with("product", line.product());
    }

    /** Offers of that kind by when they were made. */
    Counted offers(String kind, boolean accepted) {
        return new Counted(OF_LINES, period -> known.all("offers").stream()
                .map(Entity::now)
                .filter(each -> kind.equals(each.text("kind")) && period.has(each.moment("madeAt")))
                .filter(each -> !accepted || each.has("acceptedAt"))
                .map(each -> Row.of(staying.members(Objects.requireNonNull(known.survivor(each.text("customerId"))))
                        .with("owner", each.text("ownerId"))
                        .with("team", known.team(each, "ownerId", madeAt(each)))
                        .today("team", known.teamToday(each, "ownerId"))
                        .with("territory", each.text("territoryId"))
                        .with("productFamily", each.text("productFamily"))
                        .with("product", each.text("productId"))))
                .toList());
    }

    private static Instant madeAt(Version offer) {
        return offer.needed("madeAt");
    }
}
