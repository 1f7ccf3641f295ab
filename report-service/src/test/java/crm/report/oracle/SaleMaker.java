package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random records of what customers buy: rates, products, orders with and without deals. */
final class SaleMaker {

    private static final List<String> PRODUCTS = List.of("slate", "tile", "oak", "pine", "hinge");

    private final Chance chance;
    private final ZoneId zone;
    private final Instant now;
    private final Worlds.Once once;

    SaleMaker(Chance chance, ZoneId zone, Instant now, Worlds.Once once) {
        this.chance = chance;
        this.zone = zone;
        this.now = now;
        this.once = once;
    }

    void everything() {
        rates();
        products();
        orders();
        contracts();
        proposals();
        offers();
        referrals();
    }

    private Instant instant() {
        return chance.instant(zone, Chance.FIRST, now.isBefore(Chance.LAST) ? now : Chance.LAST);
    }

    private void rates() {
        int count = chance.from(0, 7);
        for (int rate = 1; rate <= count; rate++) {
            LocalDate day = LocalDate.ofInstant(chance.oneIn(3) ? Chance.FIRST : instant(), zone);
            String base = chance.of("EUR", "EUR", "USD");
            String quote = chance.of("USD", "JPY", "EUR");
            once.push(
                    "exchange-rates",
                    "rate-" + rate,
                    new Fields()
                            .put("base", base)
                            .put("quote", quote)
                            .put("validFrom", day.toString())
                            .put("rate", new BigDecimal(chance.of("1.25", "0.8", "160.123456789", "0.0062", "0"))));
        }
    }

    private void products() {
        for (String product : PRODUCTS) {
            if (!chance.oneIn(6)) {
                once.push(
                        "products",
                        product,
                        new Fields()
                                .put("name", product)
                                .maybe(chance, 5, "family", chance.of("roofs", "doors"))
                                .maybe(chance, 3, "tier", new BigDecimal(chance.from(1, 3)))
                                .maybe(chance, 2, "cost", new BigDecimal(chance.of("10", "99.95")))
                                .maybe(chance, 2, "currency", chance.of("EUR", "USD")));
            }
        }
    }

    private void orders() {
        int count = chance.from(0, 25);
        for (int order = 1; order <= count; order++) {
            Instant ordered = chance.oneIn(4) ? instant().minus(Duration.ofDays(chance.of(365, 366, 400))) : instant();
            BigDecimal amount =
                    new BigDecimal(chance.of("0", "12.34", "999.99", "1000", "2500.5", "10000", "123456.78"));
            Fields fields = new Fields()
                    .put("customerId", chance.of(Worlds.CUSTOMERS))
                    .put("orderedAt", ordered)
                    .put("amount", amount)
                    .maybe(chance, 2, "dealId", "d-" + chance.from(1, 20))
                    .maybe(chance, 2, "status", chance.of("placed", "fulfilled", "cancelled", "refunded"))
                    .maybe(chance, 3, "currency", chance.of("EUR", "USD", "JPY"))
                    .maybe(chance, 3, "cost", new BigDecimal(chance.of("5", "300.25")))
                    .maybe(chance, 2, "source", chance.of("web", "fair"))
                    .maybe(chance, 3, "medium", "mail")
                    .maybe(chance, 3, "channel", chance.of("web shop", "direct"))
                    .maybe(chance, 2, "ownerId", chance.of(Worlds.USERS))
                    .maybe(chance, 3, "territoryId", "t-1")
                    .maybe(chance, 2, "productFamily", chance.of("roofs", "doors"));
            if (chance.oneIn(5)) {
                fields.put("campaignId", chance.of(Worlds.CAMPAIGNS));
            }
            if (chance.oneIn(5)) {
                fields.put("teamId", chance.of(Worlds.TEAMS));
            }
            if (chance.oneIn(5)) {
                fields.put("refundedAmount", new BigDecimal("10.5"));
            }
            if (!chance.oneIn(4)) {
                fields.put("lines", lines());
            }
            once.push("orders", "o-" + order, fields);
        }
    }

    private void contracts() {
        int count = chance.from(0, 12);
        for (int contract = 1; contract <= count; contract++) {
            Instant start = chance.oneIn(2) ? instant() : instant().minus(Duration.ofDays(chance.of(90, 365)));
            Instant end = chance.oneIn(2) ? instant() : start.plus(Duration.ofDays(chance.of(30, 90, 365)));
            Fields fields = new Fields()
                    .put("customerId", chance.of(Worlds.CUSTOMERS))
                    .put("startAt", start)
                    .maybe(chance, 5, "endAt", end.isBefore(start) ? start : end)
                    .maybe(chance, 2, "signedAt", chance.oneIn(3) ? end.plus(Duration.ofDays(30)) : instant())
                    .maybe(chance, 3, "recurringValue", new BigDecimal(chance.of("0", "100", "99.99", "250")))
                    .maybe(chance, 2, "interval", chance.of("month", "quarter", "year"))
                    .maybe(chance, 2, "currency", chance.of("EUR", "USD"))
                    .maybe(chance, 2, "ownerId", chance.of(Worlds.USERS))
                    .maybe(chance, 3, "segment", "old")
                    .maybe(chance, 2, "plan", chance.of("gold", "tin"))
                    .maybe(chance, 2, "termMonths", new BigDecimal(chance.of("12", "24")))
                    .maybe(chance, 2, "productId", chance.of(PRODUCTS));
            if (chance.oneIn(6)) {
                fields.put("renewable", chance.oneIn(2));
            }
            if (chance.oneIn(4)) {
                fields.put("cancelledAt", chance.oneIn(2) ? instant() : end);
            }
            if (!chance.oneIn(3)) {
                fields.put("renewsContractId", "ct-" + chance.from(1, 12));
            }
            once.push("contracts", "ct-" + contract, fields);
        }
    }

    private void proposals() {
        int count = chance.oneIn(3) ? 0 : chance.from(1, 12);
        for (int proposal = 1; proposal <= count; proposal++) {
            Fields fields = new Fields()
                    .maybe(chance, 3, "number", "q-" + chance.from(1, 4))
                    .maybe(chance, 3, "dealId", "d-" + chance.from(1, 12))
                    .maybe(chance, 2, "customerId", chance.of(Worlds.CUSTOMERS))
                    .maybe(chance, 2, "status", chance.of("sent", "draft", "accepted", "rejected"))
                    .maybe(chance, 5, "sentAt", instant())
                    .maybe(chance, 5, "amount", new BigDecimal(chance.of("10", "2500.5")))
                    .maybe(chance, 2, "currency", chance.of("EUR", "USD"))
                    .maybe(chance, 2, "ownerId", chance.of(Worlds.USERS))
                    .maybe(chance, 2, "source", "web")
                    .maybe(chance, 2, "pipelineId", "p-1")
                    .maybe(chance, 2, "territoryId", "t-1")
                    .maybe(chance, 2, "productFamily", "doors");
            if (chance.oneIn(4)) {
                fields.put("acceptedAt", instant());
            }
            once.push("proposals", "pr-" + proposal, fields);
        }
    }

    private void offers() {
        int count = chance.from(0, 10);
        for (int offer = 1; offer <= count; offer++) {
            once.push(
                    "offers",
                    "of-" + offer,
                    new Fields()
                            .put("customerId", chance.of(Worlds.CUSTOMERS))
                            .put("kind", chance.of("cross_sell", "up_sell"))
                            .put("madeAt", instant())
                            .maybe(chance, 2, "acceptedAt", instant())
                            .maybe(chance, 2, "ownerId", chance.of(Worlds.USERS))
                            .maybe(chance, 2, "teamId", "south")
                            .maybe(chance, 2, "productId", chance.of(PRODUCTS))
                            .maybe(chance, 2, "productFamily", "roofs"));
        }
    }

    private void referrals() {
        int count = chance.from(0, 14);
        for (int referral = 1; referral <= count; referral++) {
            Fields fields = new Fields()
                    .maybe(chance, 5, "referrerCustomerId", chance.of(Worlds.CUSTOMERS))
                    .maybe(chance, 2, "leadId", chance.of(Worlds.LEADS))
                    .maybe(chance, 2, "customerId", chance.of(Worlds.CUSTOMERS))
                    .put("madeAt", instant())
                    .maybe(chance, 2, "ownerId", chance.of(Worlds.USERS))
                    .maybe(chance, 2, "channel", "mouth")
                    .maybe(chance, 2, "program", chance.of("friends", "family"));
            if (chance.oneIn(4)) {
                fields.put("convertedAt", instant());
            }
            once.push("referrals", "re-" + referral, fields);
        }
    }

    private List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        int count = chance.from(0, 3);
        String type = chance.of("new_business", "cross_sell", "up_sell", "renewal");
        for (int line = 0; line < count; line++) {
            lines.add(new Fields()
                    .maybe(chance, 6, "productId", chance.of(PRODUCTS))
                    .maybe(chance, 3, "quantity", new BigDecimal(chance.of("1", "2", "2.5")))
                    .maybe(chance, 4, "unitPrice", new BigDecimal(chance.of("10", "10.5", "20")))
                    .maybe(chance, 4, "amount", new BigDecimal(chance.of("10", "99.99", "500")))
                    .maybe(chance, 2, "saleType", chance.oneIn(3) ? "cross_sell" : type)
                    .map());
        }
        return lines;
    }
}
