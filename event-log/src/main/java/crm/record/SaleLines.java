package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.choice;
import static crm.record.Field.decimal;
import static crm.record.Field.objects;
import static crm.record.Field.reference;

/** The lines of what is sold, the same in a deal and in an order. */
final class SaleLines {

    private static final Field[] LINE = {
        reference("productId", "products", "The product.", "p-3"),
        decimal("quantity", 0, 1_000_000_000, "How many.", "2"),
        amount("unitPrice", "Price of one, before discount.", "350.00"),
        amount("discount", "Taken off the line.", "0.00"),
        amount("amount", "What the line comes to.", "700.00"),
        amount("cost", "What the line costs us. Missing: the product's cost.", "240.00"),
        choice(
                "recurringInterval",
                "How often the amount comes again. Missing: it does not.",
                "month",
                "quarter",
                "year",
                "week",
                "day"),
        choice(
                "saleType",
                "What kind of sale it is. Missing: told by what the customer bought before.",
                "new_business",
                "cross_sell",
                "up_sell",
                "renewal")
    };

    private SaleLines() {}

    static Field field(String name, String description) {
        return objects(
                name,
                1000,
                description,
                "[{\"productId\": \"p-3\", \"quantity\": 2, \"unitPrice\": 350.00, \"amount\": 700.00}]",
                LINE);
    }
}
