package crm.report.catalog;

import crm.engine.model.Metric;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every metric and measure there is, by id and by name. */
public final class Catalogue {

    private static final List<CatalogueEntry> ENTRIES = Stream.<CatalogueEntry[]>of(
                    SalesMetrics.values(),
                    DealMetrics.values(),
                    ContractMetrics.values(),
                    CustomerMetrics.values(),
                    CampaignMetrics.values(),
                    SalesCallMetrics.values(),
                    ServiceCallMetrics.values(),
                    WebMetrics.values(),
                    MailingMetrics.values(),
                    CaseMetrics.values(),
                    CallCentreMetrics.values(),
                    SlaMetrics.values(),
                    ServiceCostMetrics.values(),
                    ExtendedSalesMetrics.values(),
                    ExtendedMarketingMetrics.values(),
                    ExtendedAnsweringMetrics.values())
            .flatMap(Stream::of)
            .toList();

    private static final List<Metric> METRICS =
            ENTRIES.stream().map(CatalogueEntry::metric).toList();

    private static final Map<String, MetricGroup> GROUPS =
            ENTRIES.stream().collect(Collectors.toMap(entry -> entry.metric().id(), CatalogueEntry::group));

    private static final List<Metric> MEASURES = Stream.<CatalogueEntry[]>of(
                    PipelineMeasures.values(),
                    LeadMeasures.values(),
                    MarketingMeasures.values(),
                    ActivityMeasures.values(),
                    ServiceMeasures.values())
            .flatMap(Stream::of)
            .map(CatalogueEntry::metric)
            .toList();

    private static final Map<String, Metric> BY_NAME = byName();

    private Catalogue() {}

    /** In the order in which the catalogue lists them. */
    public static List<Metric> metrics() {
        return METRICS;
    }

    /** Which list a metric belongs to. */
    public static MetricGroup group(Metric metric) {
        return Objects.requireNonNull(GROUPS.get(metric.id()), metric.id());
    }

    /** What reports are made of beside the metrics; answered at the same addresses. */
    public static List<Metric> measures() {
        return MEASURES;
    }

    /** The metric or measure of this id, alias, or name in any language. */
    public static Optional<Metric> metric(String idOrAlias) {
        return Optional.ofNullable(BY_NAME.get(Names.key(idOrAlias)));
    }

    private static Map<String, Metric> byName() {
        Map<String, Metric> byName = new HashMap<>();
        for (Metric metric : Stream.concat(METRICS.stream(), MEASURES.stream()).toList()) {
            MetricNames.keys(metric).forEach(name -> {
                if (byName.put(name, metric) != null) {
                    throw new IllegalStateException("two metrics are called " + name);
                }
            });
        }
        return Map.copyOf(byName);
    }
}
