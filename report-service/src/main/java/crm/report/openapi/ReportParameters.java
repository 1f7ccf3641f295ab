package crm.report.openapi;

import crm.engine.model.Metric;
import crm.report.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The parameters of a report's operation: those of its metrics that it takes too, and its own. */
final class ReportParameters {

    private ReportParameters() {}

    static List<Parameter> of(Report report) {
        Metric any = report.form().asked().getFirst().metric();
        List<String> known = report.parameters();
        List<Parameter> parameters = new ArrayList<>();
        Stream.of(QueryParameters.ofQuestion(any), QueryParameters.ofAnswer(any), QueryParameters.ofRecords(any))
                .flatMap(List::stream)
                .filter(each -> known.contains(each.getName()) || each.getName().equals("format"))
                .filter(each ->
                        parameters.stream().noneMatch(before -> before.getName().equals(each.getName())))
                .filter(each -> !List.of("groupBy", "limit", "sort").contains(each.getName()))
                .forEach(parameters::add);
        parameters.add(QueryParameters.filter(String.join(", ", report.dimensions())));
        choices(report, parameters);
        ofTheTable(report, known).forEach(parameters::add);
        return parameters;
    }

    private static void choices(Report report, List<Parameter> parameters) {
        for (String choice : report.choices()) {
            if (parameters.stream().noneMatch(each -> each.getName().equals(choice))) {
                report.form().asked().stream()
                        .map(asked -> asked.open(choice))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(QueryParameters::own)
                        .ifPresent(parameters::add);
            }
        }
    }

    private static Stream<Parameter> ofTheTable(Report report, List<String> known) {
        String columns = String.join(
                ", ", report.form().columns().stream().map(each -> each.key()).toList());
        return Stream.of(
                        QueryParameters.parameter(
                                "groupBy",
                                QueryParameters.text(),
                                "What rows are told apart by, by commas; usually "
                                        + String.join(",", report.form().by()) + ". Of "
                                        + String.join(", ", report.dimensions()) + "."),
                        QueryParameters.parameter(
                                "sort",
                                QueryParameters.text(),
                                columns.isEmpty()
                                        ? "A field of the records, with - before it descending."
                                        : "A column, with - before it descending: " + columns + "."),
                        QueryParameters.parameter("limit", QueryParameters.whole(1, 1_000), "Most rows."))
                .filter(each -> known.contains(each.getName()));
    }
}
