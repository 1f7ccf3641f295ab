package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Random money that was spent on marketing, and that came in. */
final class SpendingMaker {

    private final Chance chance;
    private final Supplier<Instant> instants;

    SpendingMaker(Chance chance, Supplier<Instant> instants) {
        this.chance = chance;
        this.instants = instants;
    }

    List<Made> records() {
        List<Made> records = new ArrayList<>();
        int costs = chance.from(0, 6);
        for (int number = 1; number <= costs; number++) {
            records.add(new Made("marketing-costs", "mc-" + number, cost()));
        }
        int payments = chance.from(0, 15);
        for (int number = 1; number <= payments; number++) {
            records.add(new Made("payments", "pay-" + number, payment()));
        }
        return records;
    }

    private Fields cost() {
        LocalDate first = LocalDate.parse("2023-12-20").plusDays(chance.below(110));
        Fields fields = new Fields()
                .put("day", first.toString())
                .put("amount", BigDecimal.valueOf(chance.below(900_000), 2))
                .maybe(chance, 2, "campaignId", chance.of(Worlds.CAMPAIGNS))
                .maybe(chance, 2, "source", chance.of("fair", "web"))
                .maybe(chance, 2, "medium", "mail")
                .maybe(chance, 2, "channel", "online")
                .maybe(chance, 2, "currency", chance.of("EUR", "USD"));
        return fields.maybe(
                chance, 2, "until", first.plusDays(chance.of(0, 6, 27)).toString());
    }

    private Fields payment() {
        return new Fields()
                .put("paidAt", instants.get())
                .put("amount", BigDecimal.valueOf(chance.below(900_000) - 50_000, 2))
                .maybe(chance, 2, "currency", chance.of("EUR", "USD"))
                .maybe(chance, 3, "form", chance.of("cash", "card"))
                .maybe(chance, 3, "account", "main")
                .maybe(chance, 3, "dealId", "d-" + chance.from(1, 26))
                .maybe(chance, 2, "customerId", chance.of(Worlds.CUSTOMERS));
    }
}
