package crm.report.report;

import crm.report.catalog.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every report there is, by id and by name. */
public final class ReportCatalogue {

    private static final List<Report> REPORTS = Stream.<ReportEntry[]>of(
                    PipelineReports.values(),
                    SalesReports.values(),
                    LeadReports.values(),
                    CampaignReports.values(),
                    ActivityReports.values(),
                    ServiceReports.values())
            .flatMap(Stream::of)
            .map(ReportEntry::report)
            .toList();

    private static final Map<String, Report> BY_NAME = byName();

    private ReportCatalogue() {}

    /** In the order in which the catalogue lists them. */
    public static List<Report> reports() {
        return REPORTS;
    }

    /** The report of this id, alias, or name in any language. */
    public static Optional<Report> report(String idOrName) {
        return Optional.ofNullable(BY_NAME.get(Names.key(idOrName)));
    }

    private static Map<String, Report> byName() {
        Map<String, Report> byName = new HashMap<>();
        for (Report report : REPORTS) {
            ReportNames.keys(report).forEach(name -> {
                if (byName.put(name, report) != null) {
                    throw new IllegalStateException("two reports are called " + name);
                }
            });
        }
        return Map.copyOf(byName);
    }
}
