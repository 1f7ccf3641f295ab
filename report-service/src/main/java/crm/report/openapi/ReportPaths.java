package crm.report.openapi;

import crm.report.report.Report;
import crm.report.report.ReportCatalogue;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The paths of reports, each in its report's words. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = PathsOfEach.BEFORE_THE_SHARED_PARTS)
public final class ReportPaths extends PathsOfEach<Report> implements OASFilter {

    public ReportPaths() {
        super("/v1/reports");
    }

    @Override
    Stream<Report> all() {
        return ReportCatalogue.reports().stream();
    }

    @Override
    String id(Report report) {
        return report.id();
    }

    @Override
    String title(Report report) {
        return report.title();
    }

    @Override
    String description(Report report) {
        StringBuilder text = new StringBuilder(report.question()).append('\n');
        report.rules().forEach(rule -> text.append("\n- ").append(rule));
        return text.toString();
    }

    @Override
    Object example(Report report) {
        return ReportExample.of(report);
    }

    @Override
    List<Parameter> parameters(Report report, String part) {
        return part.isEmpty() ? ReportParameters.of(report) : List.of(QueryParameters.language());
    }
}
