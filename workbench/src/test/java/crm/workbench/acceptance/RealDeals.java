package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The data set {@code maven_crm}, a sales department of thirty-five agents, as records. */
final class RealDeals {

    /** Deals that are still Prospecting have no date in the file; here they begin after everything else. */
    static final String PROSPECTING_SINCE = "2018-01-02";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PIPELINE = "pipeline";
    private static final List<String> STAGES = List.of("Prospecting", "Engaging", "Won", "Lost");

    private final List<Map<String, String>> agents = RealData.table("maven_crm/sales_teams.csv");
    private final List<Map<String, String>> accounts = RealData.table("maven_crm/accounts.csv");
    private final List<Map<String, String>> products = RealData.table("maven_crm/products.csv");
    private final List<Map<String, String>> opportunities = RealData.table("maven_crm/sales_pipeline.csv");

    RealDeals() throws IOException {}

    /** All records by collection, in the order in which they are pushed. */
    Map<String, List<ObjectNode>> records() {
        Map<String, List<ObjectNode>> records = new LinkedHashMap<>();
        records.put("deals", deals());
        records.put("pipelines", List.of(pipeline()));
        records.put("teams", teams());
        records.put("users", users());
        records.put("customers", customers());
        return records;
    }

    private ObjectNode pipeline() {
        ObjectNode pipeline = JSON.createObjectNode().put("id", PIPELINE).put("name", "Sales");
        ArrayNode stages = pipeline.putArray("stages");
        for (String stage : STAGES) {
            stages.addObject()
                    .put("id", id(stage))
                    .put("name", stage)
                    .put("order", STAGES.indexOf(stage))
                    .put("isWon", stage.equals("Won"))
                    .put("isLost", stage.equals("Lost"));
        }
        return pipeline;
    }

    private List<ObjectNode> teams() {
        return agents.stream()
                .map(agent -> required(agent, "manager"))
                .distinct()
                .map(manager -> JSON.createObjectNode().put("id", id(manager)).put("name", manager))
                .toList();
    }

    private List<ObjectNode> users() {
        return agents.stream()
                .map(agent -> JSON.createObjectNode()
                        .put("id", id(required(agent, "sales_agent")))
                        .put("name", required(agent, "sales_agent"))
                        .put("teamId", id(required(agent, "manager"))))
                .toList();
    }

    private List<ObjectNode> customers() {
        return accounts.stream()
                .map(account -> JSON.createObjectNode()
                        .put("id", id(required(account, "account")))
                        .put("name", required(account, "account"))
                        .put("sector", required(account, "sector"))
                        .put("region", required(account, "office_location")))
                .toList();
    }

    private List<ObjectNode> deals() {
        Map<String, String> offices = agents.stream()
                .collect(Collectors.toMap(
                        agent -> required(agent, "sales_agent"), agent -> required(agent, "regional_office")));
        Map<String, String> prices = products.stream()
                .collect(Collectors.toMap(
                        product -> required(product, "product"), product -> required(product, "sales_price")));
        List<ObjectNode> deals = new ArrayList<>();
        for (Map<String, String> opportunity : opportunities) {
            String agent = required(opportunity, "sales_agent");
            String product = required(opportunity, "product");
            ObjectNode deal = JSON.createObjectNode()
                    .put("id", required(opportunity, "opportunity_id"))
                    .put("pipelineId", PIPELINE)
                    .put("ownerId", id(agent))
                    .put("territoryId", required(offices, agent))
                    .put("productFamily", product)
                    .put("currency", "USD")
                    .put("amount", opportunity.getOrDefault("close_value", listPrice(prices, product)));
            if (opportunity.containsKey("account")) {
                deal.put("customerId", id(required(opportunity, "account")));
            }
            addStages(deal, opportunity);
            deals.add(deal);
        }
        return deals;
    }

    private static void addStages(ObjectNode deal, Map<String, String> opportunity) {
        String stage = required(opportunity, "deal_stage");
        String began = opportunity.getOrDefault("engage_date", PROSPECTING_SINCE) + "T00:00:00Z";
        deal.put("stageId", id(stage)).put("createdAt", began);
        ArrayNode history = deal.putArray("stageHistory");
        if (opportunity.containsKey("close_date")) {
            String closed = required(opportunity, "close_date") + "T00:00:00Z";
            deal.put("status", id(stage)).put("closedAt", closed);
            enter(history, "Engaging", began);
            enter(history, stage, closed);
        } else {
            deal.put("status", "open");
            enter(history, stage, began);
        }
    }

    private static void enter(ArrayNode history, String stage, String at) {
        history.addObject().put("stageId", id(stage)).put("enteredAt", at);
    }

    /** The pipeline writes one product without the space that the price list gives it. */
    private static String listPrice(Map<String, String> prices, String product) {
        return required(prices, product.equals("GTXPro") ? "GTX Pro" : product);
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String required(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no " + column + " in " + row);
        }
        return cell;
    }
}
