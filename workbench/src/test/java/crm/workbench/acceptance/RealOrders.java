package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data sets {@code cdnow}, a shop for music, and {@code toy_store}, one for toys, as orders. */
final class RealOrders {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RealOrders() {}

    /** Rows of one customer on one date are separate purchases; they tell no time of day. */
    static List<ObjectNode> ofMusic() throws IOException {
        List<ObjectNode> orders = new ArrayList<>();
        for (Map<String, String> row : RealData.table("cdnow/purchases.csv")) {
            orders.add(order(
                    "row-" + (orders.size() + 1),
                    cell(row, "customer_id"),
                    cell(row, "purchase_date") + "T00:00:00Z",
                    cell(row, "amount_usd")));
        }
        return orders;
    }

    static List<ObjectNode> ofToys() throws IOException {
        List<ObjectNode> orders = new ArrayList<>();
        for (Map<String, String> row : RealData.table("toy_store/orders.csv")) {
            orders.add(order(
                            cell(row, "order_id"),
                            cell(row, "user_id"),
                            cell(row, "created_at").replace(' ', 'T') + "Z",
                            cell(row, "price_usd"))
                    .put("cost", new BigDecimal(cell(row, "cogs_usd"))));
        }
        return orders;
    }

    private static ObjectNode order(String id, String customer, String at, String amount) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("customerId", customer)
                .put("orderedAt", at)
                .put("amount", new BigDecimal(amount));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no " + column + " in " + row);
        }
        return cell;
    }
}
