package crm.report.report;

import crm.engine.model.Dimension;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table that answers a question: all that is known of it; everything else is made from this.
 *
 * @param id kebab case, as in paths
 * @param title what people call it
 * @param question the question it answers, in one sentence
 * @param choices parameters of its metrics' own that whoever asks may set
 * @param rules what else one has to know to read it
 * @param aliases other names that it is found by
 */
public record Report(
        String id,
        Bucket bucket,
        String title,
        String question,
        Form form,
        Chart chart,
        List<String> choices,
        List<String> rules,
        List<String> aliases) {

    public Report {
        choices = List.copyOf(choices);
        rules = List.copyOf(rules);
        aliases = List.copyOf(aliases);
        for (String choice : choices) {
            if (form.asked().stream().allMatch(asked -> asked.open(choice).isEmpty())) {
                throw new IllegalArgumentException("nothing in " + id + " has the parameter " + choice);
            }
        }
        for (String dimension : form.by()) {
            if (needed(form).noneMatch(asked -> asked.has(dimension))) {
                throw new IllegalArgumentException(id + " knows nothing by " + dimension);
            }
        }
    }

    public static Report of(
            String id, Bucket bucket, String title, String question, Form form, Chart chart, String... rules) {
        return new Report(id, bucket, title, question, form, chart, List.of(), List.of(rules), List.of());
    }

    /** The same with parameters of its metrics' own. */
    public Report choosing(String... names) {
        return new Report(id, bucket, title, question, form, chart, List.of(names), rules, aliases);
    }

    /** The same found by more names. */
    public Report alias(String... names) {
        return new Report(id, bucket, title, question, form, chart, choices, rules, List.of(names));
    }

    /** What all its numbers can be grouped and filtered by, but those that may be left empty. */
    public List<String> dimensions() {
        List<Asked> needed = needed(form).toList();
        return needed.getFirst().metric().shape().dimensions().stream()
                .map(Dimension::name)
                .filter(name -> needed.stream().allMatch(asked -> asked.has(name)))
                .toList();
    }

    /** Every parameter that its address takes, but filters. */
    public List<String> parameters() {
        return ReportReader.known(this);
    }

    private static Stream<Asked> needed(Form form) {
        return Stream.concat(
                        form instanceof Form.Listing listing ? Stream.of(listing.counted()) : Stream.empty(),
                        form.columns().stream()
                                .flatMap(column -> column.figure().stream())
                                .filter(figure -> !figure.whereKnown())
                                .map(ReportColumn.Figure::asked))
                .distinct();
    }
}
