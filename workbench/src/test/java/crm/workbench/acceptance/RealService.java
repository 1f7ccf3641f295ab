package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Cases of two help desks, of which the first event opened and the last closed a case; two weeks of a shop's web site,
 * whose goal is the page that thanks for an order; and subscriptions, each as an address of its own on one list.
 */
final class RealService {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String THANKS = "/thank-you-for-your-order";

    private RealService() {}

    static List<ObjectNode> cases(String file) throws IOException {
        Map<String, TreeSet<String>> events = new TreeMap<>();
        for (Map<String, String> event : RealData.table(file)) {
            events.computeIfAbsent(cell(event, "CaseID"), id -> new TreeSet<>())
                    .add(moment(cell(event, "CompleteTimestamp")));
        }
        List<ObjectNode> cases = new ArrayList<>();
        events.forEach((id, moments) -> cases.add(JSON.createObjectNode()
                .put("id", id)
                .put("createdAt", moments.first())
                .put("status", "closed")
                .put("closedAt", moments.last())));
        return cases;
    }

    static List<ObjectNode> visits() throws IOException {
        List<ObjectNode> visits = new ArrayList<>();
        for (Map<String, String> visit : RealData.table("toy_store/website_sessions_19mar_03apr2012.csv")) {
            visits.add(JSON.createObjectNode()
                    .put("id", cell(visit, "website_session_id"))
                    .put("visitorId", cell(visit, "user_id"))
                    .put("startedAt", moment(cell(visit, "created_at")))
                    .put("source", cell(visit, "utm_source"))
                    .put("utmCampaign", cell(visit, "utm_campaign"))
                    .put("device", cell(visit, "device_type")));
        }
        return visits;
    }

    static List<ObjectNode> views() throws IOException {
        List<ObjectNode> views = new ArrayList<>();
        for (Map<String, String> view : RealData.table("toy_store/website_pageviews_19mar_03apr2012.csv")) {
            views.add(inVisit(view).put("path", cell(view, "pageview_url")));
        }
        return views;
    }

    static List<ObjectNode> completions() throws IOException {
        List<ObjectNode> completions = new ArrayList<>();
        for (Map<String, String> view : RealData.table("toy_store/website_pageviews_19mar_03apr2012.csv")) {
            if (cell(view, "pageview_url").equals(THANKS)) {
                completions.add(inVisit(view).put("goalId", "order"));
            }
        }
        return completions;
    }

    private static ObjectNode inVisit(Map<String, String> view) {
        return JSON.createObjectNode()
                .put("id", cell(view, "website_pageview_id"))
                .put("sessionId", cell(view, "website_session_id"))
                .put("occurredAt", moment(cell(view, "created_at")));
    }

    static List<ObjectNode> subscriptions() throws IOException {
        List<ObjectNode> events = new ArrayList<>();
        for (Map<String, String> row : RealData.table("mavenflix/subscriptions_even.csv")) {
            String address = "subscription-" + events.size();
            events.add(subscription(address + "-1", address, "subscribed", cell(row, "created_date")));
            if (row.containsKey("canceled_date")) {
                events.add(subscription(address + "-2", address, "unsubscribed", cell(row, "canceled_date")));
            }
        }
        return events;
    }

    private static ObjectNode subscription(String id, String address, String kind, String day) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("listId", "mavenflix")
                .put("addressHash", address)
                .put("kind", kind)
                .put("occurredAt", day + "T00:00:00Z");
    }

    private static String moment(String text) {
        return text.replace(' ', 'T') + "Z";
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no " + column + " in " + row);
        }
        return cell;
    }
}
