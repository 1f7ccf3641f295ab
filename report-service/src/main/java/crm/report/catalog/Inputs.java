package crm.report.catalog;

import crm.engine.model.Aggregate;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Of which records a metric is made: those whose tables its facts name, and those that derived tables are made of. */
public final class Inputs {

    private static final Pattern NAME = Pattern.compile("\\w+");

    private static final Map<String, List<String>> OF_TABLES = ofTables();

    private Inputs() {}

    /** Collections of the records that decide what is counted, companions included, by name. */
    public static Set<String> of(Metric metric) {
        Set<String> inputs = new TreeSet<>();
        Shape shape = metric.shape();
        Stream.concat(Stream.of(shape.formula()), shape.companions().stream().map(Shape.Companion::formula))
                .flatMap(formula -> formula.measures().stream())
                .flatMap(Inputs::of)
                .forEach(inputs::add);
        return inputs;
    }

    private static Stream<String> of(Measure measure) {
        Stream<String> counted = of(measure.fact());
        return measure.aggregate() instanceof Aggregate.Money
                ? Stream.concat(counted, Stream.of("exchange-rates"))
                : counted;
    }

    private static Stream<String> of(Fact fact) {
        return NAME.matcher(fact.table())
                .results()
                .map(MatchResult::group)
                .flatMap(name -> OF_TABLES.getOrDefault(name, List.of()).stream());
    }

    private static Map<String, List<String>> ofTables() {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (RecordKind kind : RecordKinds.all()) {
            tables.put(kind.table(), List.of(kind.collection()));
        }
        List<String> deals = List.of("deals", "pipelines");
        List<String> purchases = List.of("deals", "pipelines", "customers", "orders", "products");
        tables.put("deal_facts", List.of("deals", "pipelines", "customers", "orders"));
        tables.put("deal_states", deals);
        tables.put("deal_openings", deals);
        tables.put("stage_stays", deals);
        tables.put("customer_starts", List.of("customers", "deals", "pipelines", "orders"));
        tables.put("order_facts", purchases);
        tables.put("sale_lines", purchases);
        tables.put("customer_profiles", List.of("customers", "deals", "pipelines", "orders"));
        tables.put("customer_activity", List.of("customers", "deals", "pipelines", "orders", "contracts"));
        tables.put("merged_customers", List.of("customers"));
        tables.put("lead_states", List.of("leads"));
        tables.put("campaign_facts", List.of("campaigns", "campaign-events"));
        tables.put("campaign_member_facts", List.of("campaigns", "campaign-events"));
        tables.put("purchase_credits", List.of("deals", "campaigns", "campaign-events", "leads", "customers"));
        tables.put("purchase_touches", List.of("deals", "campaigns", "campaign-events", "leads", "customers"));
        List<String> visits = List.of("page-views", "web-sessions", "goal-completions");
        tables.put("visits", visits);
        tables.put("page_view_facts", visits);
        tables.put("list_subscriptions", List.of("subscription-events"));
        tables.put("address_subscriptions", List.of("subscription-events"));
        List<String> cases = List.of("cases", "case-events", "business-hours", "sla-policies");
        tables.put("case_facts", cases);
        tables.put("case_openings", cases);
        tables.put("case_actions", List.of("cases", "case-events"));
        return Map.copyOf(tables);
    }
}
