package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Purchases: orders that were not cancelled, and won deals that none of these names; and customers, who buy. */
final class Buying {

    static final Set<String> OF_PURCHASES = Set.of(
            "owner",
            "team",
            "territory",
            "pipeline",
            "source",
            "medium",
            "channel",
            "campaign",
            "customer",
            "dealType",
            "productFamily",
            "sizeBand",
            "customerType",
            "purchaseKind",
            "region",
            "industry",
            "sector",
            "segment");
    static final Set<String> OF_STARTS = Set.of(
            "customer",
            "source",
            "medium",
            "channel",
            "campaign",
            "owner",
            "team",
            "territory",
            "region",
            "industry",
            "productFamily",
            "sizeBand");

    private static final Duration AWAY = Duration.ofDays(365);
    private static final Version NOBODY = new Version(Instant.EPOCH, false, Map.of());

    private final Known known;
    private final List<Purchase> purchases = new ArrayList<>();
    private final Map<String, List<Purchase>> byCustomer = new HashMap<>();

    /**
     * One purchase.
     *
     * @param order absent where a deal was bought without one
     * @param deal the won deal itself, or whatever deal the order came from
     */
    record Purchase(
            String id,
            @Nullable Version order,
            @Nullable DealLife deal,
            @Nullable String customer,
            Instant at) {

        boolean isOrder() {
            return order != null;
        }

        /** What the order says, or else the deal. */
        @Nullable
        String told(String field) {
            if (order != null && order.has(field)) {
                return order.text(field);
            }
            return deal == null ? null : deal.now().text(field);
        }

        boolean namesItsSeller() {
            return order != null && (order.has("ownerId") || order.has("teamId"));
        }

        @Nullable
        String owner() {
            if (namesItsSeller()) {
                return Objects.requireNonNull(order).text("ownerId");
            }
            return deal == null ? null : deal.teller().text("ownerId");
        }

        /** What it brought: nothing when it was given back, less what was given back of it. */
        @Nullable
        BigDecimal amount() {
            if (order == null) {
                return Objects.requireNonNull(deal).now().number("amount");
            }
            BigDecimal back = order.number("refundedAmount");
            if (back == null) {
                return order.textOr("status", "placed").equals("refunded") ? BigDecimal.ZERO : order.number("amount");
            }
            return Objects.requireNonNull(order.number("amount")).subtract(back);
        }

        Version money() {
            return order == null ? Objects.requireNonNull(deal).now() : order;
        }

        /** The deal's own type; of an order without one the sale type that all of its lines share. */
        @Nullable
        String type() {
            if (deal != null && deal.now().has("dealType")) {
                return deal.now().text("dealType");
            }
            if (order == null || order.objects("lines").isEmpty()) {
                return null;
            }
            List<@Nullable Object> types = new ArrayList<>();
            order.objects("lines").forEach(line -> types.add(line.get("saleType")));
            return types.stream().distinct().count() == 1 ? (String) types.getFirst() : null;
        }
    }

    Buying(Known known, Dealings dealings) {
        this.known = known;
        Set<String> ordered = new TreeSet<>();
        for (Entity order : known.all("orders")) {
            Version now = order.now();
            if (!now.textOr("status", "placed").equals("cancelled")) {
                String deal = now.text("dealId");
                purchases.add(new Purchase(
                        order.id(),
                        now,
                        dealings.life(deal).orElse(null),
                        known.survivor(now.text("customerId")),
                        now.needed("orderedAt")));
                if (deal != null) {
                    ordered.add(deal);
                }
            }
        }
        for (DealLife life : dealings.lives()) {
            if (life.is("won") && !ordered.contains(life.id())) {
                purchases.add(new Purchase(
                        life.id(), null, life, dealings.customerOf(life), Objects.requireNonNull(life.wonAt())));
            }
        }
        purchases.sort(
                Comparator.comparing(Purchase::at).thenComparing(Purchase::id).thenComparing(Purchase::isOrder));
        purchases.forEach(purchase -> {
            if (purchase.customer() != null) {
                byCustomer
                        .computeIfAbsent(purchase.customer(), customer -> new ArrayList<>())
                        .add(purchase);
            }
        });
    }

    List<Purchase> all() {
        return purchases;
    }

    /** A customer's purchases, first first. */
    List<Purchase> of(@Nullable String customer) {
        return customer == null ? List.of() : byCustomer.getOrDefault(customer, List.of());
    }

    @Nullable
    Instant becameCustomer(@Nullable String customer) {
        Instant since = known.find("customers", customer)
                .map(each -> each.now().moment("customerSince"))
                .orElse(null);
        if (since != null) {
            return since;
        }
        return of(customer).isEmpty() ? null : of(customer).getFirst().at();
    }

    /** Everybody who is known as a customer or bought something; of merged ones the survivor. */
    Set<String> customers() {
        Set<String> customers = new TreeSet<>(byCustomer.keySet());
        known.surviving("customers").forEach(each -> customers.add(each.id()));
        return customers;
    }

    private @Nullable String team(Purchase purchase) {
        if (purchase.namesItsSeller()) {
            return known.team(Objects.requireNonNull(purchase.order()), "ownerId", purchase.at());
        }
        return purchase.deal() == null ? null : purchase.deal().team();
    }

    private @Nullable String teamToday(Purchase purchase) {
        String ofOrder = purchase.order() == null ? null : known.teamToday(purchase.order(), "ownerId");
        String ofDeal =
                purchase.deal() == null ? null : known.teamToday(purchase.deal().now(), "ownerId");
        return either(ofOrder, ofDeal);
    }

    private @Nullable String customerType(Purchase purchase) {
        if (purchase.customer() == null) {
            return null;
        }
        Instant became = becameCustomer(purchase.customer());
        Instant begun = purchase.isOrder()
                ? purchase.at()
                : Objects.requireNonNull(purchase.deal()).created();
        return became != null && became.isBefore(begun) ? "existing" : "new";
    }

    Version account(@Nullable String customer) {
        return known.find("customers", customer).map(Entity::now).orElse(NOBODY);
    }

    Members members(Purchase purchase) {
        Version account = account(purchase.customer());
        return Members.none()
                .with("owner", purchase.owner())
                .with("team", team(purchase))
                .today("owner", purchase.told("ownerId"))
                .today("team", teamToday(purchase))
                .with("territory", purchase.told("territoryId"))
                .with(
                        "pipeline",
                        purchase.deal() == null ? null : purchase.deal().now().text("pipelineId"))
                .with("source", purchase.told("source"))
                .with("medium", purchase.told("medium"))
                .with("channel", purchase.told("channel"))
                .with("campaign", purchase.told("campaignId"))
                .with("customer", purchase.customer())
                .with("dealType", purchase.type())
                .with("productFamily", purchase.told("productFamily"))
                .with("sizeBand", Dealings.sizeBand(purchase.amount()))
                .with("customerType", customerType(purchase))
                .with("purchaseKind", purchase.isOrder() ? "order" : "deal")
                .with("region", account.text("region"))
                .with("industry", account.text("industry"))
                .with("sector", account.text("sector"))
                .with("segment", account.text("segment"));
    }

    Row money(Purchase purchase) {
        return Row.money(members(purchase), purchase.amount(), known.currencyOf(purchase.money()), purchase.at());
    }

    /** Tells whether a purchase of this type, by somebody who began then, is meant. */
    interface Kind {
        boolean has(String type, @Nullable Instant began, Period period);
    }

    /** Amounts of the purchases made in the period. */
    Counted revenue(Kind kind) {
        return new Counted(OF_PURCHASES, period -> purchases.stream()
                .filter(purchase -> period.has(purchase.at()))
                .filter(purchase -> kind.has(
                        Objects.requireNonNullElse(purchase.type(), ""), becameCustomer(purchase.customer()), period))
                .map(this::money)
                .toList());
    }

    /** Customers that began in the period and, if asked, those that came back in it. */
    Counted starts(boolean andReactivated) {
        return new Counted(OF_STARTS, period -> {
            List<Row> rows = new ArrayList<>();
            for (String customer : customers()) {
                Instant began = becameCustomer(customer);
                List<Purchase> bought = of(customer);
                if (period.has(began)) {
                    rows.add(Row.of(startMembers(
                            customer, bought.isEmpty() ? null : bought.getFirst(), Objects.requireNonNull(began))));
                }
                Instant latest = began;
                for (Purchase purchase : bought) {
                    if (andReactivated
                            && latest != null
                            && latest.plus(AWAY).isBefore(purchase.at())
                            && period.has(purchase.at())) {
                        rows.add(Row.of(startMembers(customer, purchase, purchase.at())));
                    }
                    latest = latest == null || latest.isBefore(purchase.at()) ? purchase.at() : latest;
                }
            }
            return rows;
        });
    }

    /** How a customer began: as its first purchase says, else as the account itself. */
    Members start(String customer, Instant at) {
        return startMembers(
                customer, of(customer).isEmpty() ? null : of(customer).getFirst(), at);
    }

    /** What a purchase costs us; an order that does not say it costs what all its lines do. */
    @Nullable
    BigDecimal cost(Purchase purchase) {
        Version order = purchase.order();
        if (order == null) {
            return Objects.requireNonNull(purchase.deal()).now().number("cost");
        }
        if (order.has("cost") || order.objects("lines").isEmpty()) {
            return order.number("cost");
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, Object> line : order.objects("lines")) {
            BigDecimal cost = lineCost(line, known.currencyOf(order));
            if (cost == null) {
                return null;
            }
            sum = sum.add(cost);
        }
        return sum;
    }

    private @Nullable BigDecimal lineCost(Map<String, Object> line, String currency) {
        if (line.containsKey("cost")) {
            return (BigDecimal) line.get("cost");
        }
        Optional<Version> product =
                known.find("products", (String) line.get("productId")).map(Entity::now);
        BigDecimal quantity = (BigDecimal) line.getOrDefault("quantity", BigDecimal.ONE);
        return product.filter(each -> each.has("cost") && known.currencyOf(each).equals(currency))
                .map(each -> Objects.requireNonNull(each.number("cost")).multiply(quantity))
                .orElse(null);
    }

    private Members startMembers(String customer, @Nullable Purchase bought, Instant at) {
        Version account = account(customer);
        Optional<Purchase> purchase = Optional.ofNullable(bought);
        Optional<Members> sold =
                purchase.map(this::members).filter(each -> !(isNone(each, "owner") && isNone(each, "team")));
        Function<String, @Nullable String> told =
                field -> purchase.map(each -> each.told(field)).orElse(null);
        return Members.none()
                .with("customer", customer)
                .with("source", either(told.apply("source"), account.text("source")))
                .with("medium", told.apply("medium"))
                .with("channel", told.apply("channel"))
                .with("campaign", either(told.apply("campaignId"), account.text("campaignId")))
                .with("owner", either(purchase.map(Purchase::owner).orElse(null), account.text("ownerId")))
                .with("team", sold.map(each -> each.of("team")).orElseGet(() -> known.team(account, "ownerId", at)))
                .today("owner", either(told.apply("ownerId"), account.text("ownerId")))
                .today("team", either(purchase.map(this::teamToday).orElse(null), known.teamToday(account, "ownerId")))
                .with("territory", either(told.apply("territoryId"), account.text("territoryId")))
                .with("region", account.text("region"))
                .with("industry", account.text("industry"))
                .with("productFamily", told.apply("productFamily"))
                .with(
                        "sizeBand",
                        purchase.map(each -> Dealings.sizeBand(each.amount())).orElse(null));
    }

    private static boolean isNone(Members members, String dimension) {
        return members.of(dimension).equals(Members.NONE);
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
        return one != null ? one : other;
    }
}
