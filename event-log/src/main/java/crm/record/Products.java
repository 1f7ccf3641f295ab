package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.flag;
import static crm.record.Field.happened;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Products and services that are sold. */
@AutoService(KindDefinition.class)
public final class Products implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "products",
                "product",
                "A product or service that is sold.",
                word("name", "Name.", "Slate roof").mustBeGiven(),
                word("family", "Product family.", "roofs"),
                word("category", "Category.", "slate"),
                whole(
                        "tier",
                        0,
                        1000,
                        "Level within the family, the higher the better: buying a higher one is up-selling.",
                        "2"),
                word("unit", "What one of it is.", "square metre"),
                amount("listPrice", "List price of one.", "350.00"),
                amount("cost", "What one costs us.", "120.00"),
                currency("Currency of price and cost. Missing: the tenant's."),
                flag("active", "Whether it is sold today. Missing: it is."),
                happened("createdAt", "When it was entered.", "2026-03-02T09:30:00Z"));
    }
}
