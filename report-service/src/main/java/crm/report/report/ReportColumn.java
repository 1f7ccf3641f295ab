package crm.report.report;

import java.util.List;
import java.util.Optional;

/**
 * A column of numbers.
 *
 * @param key as rows name it
 * @param title as people read it
 */
public record ReportColumn(String key, String title, Content content) {

    /** Where the numbers come from. */
    public sealed interface Content {}

    /**
     * A number that a metric tells of the row's members.
     *
     * @param whereKnown whether the column stays empty where the metric knows nothing of a dimension; without that, the
     *     report has no such dimension
     */
    public record Figure(Asked asked, Part part, boolean whereKnown) implements Content {}

    /** Another column's number of all rows that share the first members with this one, the last grouping left out. */
    public record Overall(String of) implements Content {}

    /** Another column's number by that column's total. */
    public record Share(String of) implements Content {}

    /** One column's number by another's; nothing where there is nothing to divide by. */
    public record Quotient(String of, String by) implements Content {}

    /** One column's number less another's. */
    public record Difference(String of, String less) implements Content {}

    /** The metric's value; what else it tells is chosen by the methods below. */
    public static ReportColumn figure(String key, String title, String metric) {
        return new ReportColumn(key, title, new Figure(Asked.of(metric), Part.Plain.VALUE, false));
    }

    public static ReportColumn overall(String key, String title, String of) {
        return new ReportColumn(key, title, new Overall(of));
    }

    public static ReportColumn share(String key, String title, String of) {
        return new ReportColumn(key, title, new Share(of));
    }

    public static ReportColumn quotient(String key, String title, String of, String by) {
        return new ReportColumn(key, title, new Quotient(of, by));
    }

    public static ReportColumn difference(String key, String title, String of, String less) {
        return new ReportColumn(key, title, new Difference(of, less));
    }

    /** The same under a choice of the metric's own. */
    public ReportColumn with(String name, String value) {
        return new ReportColumn(
                key,
                title,
                new Figure(
                        ofMetric().asked().with(name, value),
                        ofMetric().part(),
                        ofMetric().whereKnown()));
    }

    public ReportColumn companion(String name) {
        return part(new Part.Companion(name));
    }

    public ReportColumn part(Part part) {
        return new ReportColumn(
                key, title, new Figure(ofMetric().asked(), part, ofMetric().whereKnown()));
    }

    /** The same, left empty where the metric knows nothing of a dimension. */
    public ReportColumn whereKnown() {
        return new ReportColumn(
                key, title, new Figure(ofMetric().asked(), ofMetric().part(), true));
    }

    /** What of the catalogue it shows itself. */
    public Optional<Figure> figure() {
        return content instanceof Figure figure ? Optional.of(figure) : Optional.empty();
    }

    /** The columns that it is reckoned from. */
    public List<String> reckonedFrom() {
        return switch (content) {
            case Figure figure -> List.of();
            case Overall overall -> List.of(overall.of());
            case Share share -> List.of(share.of());
            case Quotient quotient -> List.of(quotient.of(), quotient.by());
            case Difference difference -> List.of(difference.of(), difference.less());
        };
    }

    private Figure ofMetric() {
        return figure().orElseThrow(() -> new IllegalArgumentException(key + " shows no metric"));
    }
}
