package crm.report.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import crm.engine.model.Metric;
import crm.report.catalog.Language;
import crm.report.metric.Inquiry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a report means, column by column.
 *
 * @param names by language
 * @param question what it answers, in one sentence
 * @param parameters all that its address takes; beside them filters by the dimensions
 * @param dimensions what it can be grouped and filtered by
 * @param by what its rows are told apart by unless groupBy says otherwise
 * @param rules what else one has to know to read it
 */
record ReportDefinition(
        String id,
        String title,
        Map<String, String> names,
        String bucket,
        String question,
        String form,
        List<String> by,
        List<String> dimensions,
        List<String> parameters,
        List<ColumnDefinition> columns,
        String chart,
        List<String> rules,
        List<String> aliases) {

    /**
     * A column, and what its numbers mean.
     *
     * @param metric the metric or measure that tells it
     * @param with the metric's own parameters that the report settles
     * @param definition where that metric is defined
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ColumnDefinition(
            String key,
            String title,
            @Nullable String unit,
            @Nullable String displayUnit,
            String meaning,
            @Nullable String metric,
            Map<String, String> with,
            @Nullable String definition) {}

    static ReportDefinition of(Report report, Language language) {
        return new ReportDefinition(
                report.id(),
                ReportNames.of(report, language),
                ReportNames.of(report),
                report.bucket().word(),
                report.question(),
                report.form().word(),
                report.form().by(),
                report.dimensions(),
                ReportReader.known(report),
                columns(report),
                report.chart().kind().word(),
                report.rules(),
                report.aliases());
    }

    private static List<ColumnDefinition> columns(Report report) {
        return switch (report.form()) {
            case Form.Listing listing -> listed(listing);
            case Form.Funnel funnel ->
                Stream.concat(stepColumns(), declared(report)).toList();
            case Form.MembersFunnel funnel ->
                Stream.concat(stepColumns(), declared(report)).toList();
            case Form.Statement statement ->
                Stream.concat(heads(StatementMaker.heads(false)), declared(report))
                        .toList();
            case Form.Series series -> declared(report).toList();
            case Form.Grid grid -> declared(report).toList();
            case Form.Matrix matrix -> declared(report).toList();
        };
    }

    private static Stream<ColumnDefinition> stepColumns() {
        return heads(StepsMaker.HEADS);
    }

    private static Stream<ColumnDefinition> heads(List<Head> heads) {
        return heads.stream()
                .map(head -> new ColumnDefinition(
                        head.key(),
                        head.title(),
                        head.unit(),
                        head.displayUnit(),
                        head.title() + ".",
                        null,
                        Map.of(),
                        null));
    }

    private static Stream<ColumnDefinition> declared(Report report) {
        List<ReportColumn> columns = report.form().columns();
        return columns.stream().map(column -> {
            var unit = Units.of(column, columns);
            return column.figure()
                    .map(figure -> figure(column, figure))
                    .orElseGet(() -> new ColumnDefinition(
                            column.key(),
                            column.title(),
                            unit.code(),
                            unit.display(),
                            meaning(column.content()),
                            null,
                            Map.of(),
                            null));
        });
    }

    private static ColumnDefinition figure(ReportColumn column, ReportColumn.Figure figure) {
        Metric metric = figure.asked().metric();
        return new ColumnDefinition(
                column.key(),
                column.title(),
                figure.part().unit(metric).code(),
                figure.part().unit(metric).display(),
                meaning(figure),
                metric.id(),
                new TreeMap<>(figure.asked().with()),
                Inquiry.definition(metric));
    }

    private static String meaning(ReportColumn.Content content) {
        return switch (content) {
            case ReportColumn.Figure figure ->
                part(figure.part()) + ": " + figure.asked().metric().description()
                        + (figure.whereKnown() ? " Empty by what this knows nothing of." : "");
            case ReportColumn.Overall overall ->
                overall.of() + " of all rows that share all members with this one but the last.";
            case ReportColumn.Share share -> share.of() + " by its total.";
            case ReportColumn.Quotient quotient -> quotient.of() + " by " + quotient.by() + ".";
            case ReportColumn.Difference difference -> difference.of() + " less " + difference.less() + ".";
        };
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Plain plain -> Head.words(plain.name().toLowerCase(Locale.ROOT));
            case Part.Companion companion -> "Its " + companion.name();
        };
    }

    private static List<ColumnDefinition> listed(Form.Listing listing) {
        Metric metric = listing.counted().metric();
        return ListMaker.heads(metric.shape().formula().measures().getFirst().fact()).stream()
                .map(head -> new ColumnDefinition(
                        head.key(),
                        head.title(),
                        null,
                        null,
                        head.title() + " of each of the " + metric.name().toLowerCase(Locale.ROOT) + ".",
                        metric.id(),
                        Map.of(),
                        Inquiry.definition(metric)))
                .toList();
    }
}
