package crm.workbench.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody who knows the tables would write for a metric, to give all the numbers of its answer: {@code key} and
 * {@code value} are compared with the answer.
 *
 * <p>In the texts {@code {key moment member}} stands for the bucket or the member grouped by, {@code {bucket moment}}
 * for the bucket, {@code {in moment}} for lying in the period, {@code {from}}, {@code {to}}, {@code {first}} and
 * {@code {buckets}} for the period itself.
 */
record HandSql(String metric) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?: (\\w+))?(?: (\\w+))?}");

    /** Every metric that has a text. */
    static final List<HandSql> ALL = List.of(
                    "prospects",
                    "new-customers",
                    "close-rate",
                    "sales-calls-made",
                    "sales-calls-per-opportunity",
                    "new-revenue",
                    "open-opportunities",
                    "sales-stage-duration",
                    "sales-cycle-duration",
                    "campaigns",
                    "campaign-responses",
                    "campaign-purchases",
                    "campaign-revenue",
                    "campaign-new-customers",
                    "calls-lost-before-answer",
                    "average-call-handle-time")
            .stream()
            .map(HandSql::new)
            .toList();

    /** The statement for a question about the period before {@code end}. */
    String text(QuestionShape shape, LocalDate end) {
        Matcher matcher = PLACE.matcher(template(shape));
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(text, Matcher.quoteReplacement(filled(matcher, shape, end)));
        }
        return matcher.appendTail(text).toString();
    }

    private static String filled(Matcher place, QuestionShape shape, LocalDate end) {
        String moment = place.group(2);
        return switch (place.group(1)) {
            case "key" -> shape.isSeries() ? shape.bucketSql(moment) : place.group(3);
            case "bucket" -> shape.bucketSql(moment);
            case "in" -> shape.withinSql(moment, end);
            case "from" -> shape.instantSql(shape.start(end));
            case "to" -> shape.instantSql(end);
            case "first" -> shape.firstSql(end);
            case "buckets" -> shape.bucketsSql(end);
            default -> throw new IllegalArgumentException("nothing is called " + place.group());
        };
    }

    /** Some questions by owner are worth a text of their own. */
    private String template(QuestionShape shape) {
        String own = metric + ".by-owner.sql";
        boolean hasOwn = !shape.isSeries() && HandSql.class.getResource(own) != null;
        String name = hasOwn ? own : metric + ".sql";
        try (InputStream text = HandSql.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
