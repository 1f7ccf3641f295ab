package crm.report.oracle;

import crm.engine.query.Answer;
import crm.engine.query.Answer.Group;
import crm.engine.query.Answer.Point;
import crm.engine.query.Answer.Unconverted;
import crm.engine.query.Answer.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The product's whole answer beside the oracle's: what differs, in words. */
final class Compared {

    /** Credits are kept to nine places, and seconds as binary fractions: sums of them may differ in the last place told. */
    private static final BigDecimal LAST_PLACE = new BigDecimal("0.0011");

    private static final BigDecimal LAST_CENT = new BigDecimal("0.011");

    private final World world;
    private final Question question;
    private final Oracle oracle;
    private final List<String> differences = new ArrayList<>();

    private Compared(Truth truth, Question question) {
        this.world = truth.world();
        this.question = question;
        this.oracle = truth.oracle(question);
    }

    static List<String> differences(Truth truth, Question question, Answer answer) {
        Compared compared = new Compared(truth, question);
        compared.compare(answer);
        return compared.differences;
    }

    private void compare(Answer answer) {
        Period whole = new Period(question.from(), question.to(), world.now());
        value("total", oracle.value(whole, List.of()), answer.total());
        series("series", List.of(), answer.series());
        unconverted(oracle.unconverted(whole), answer.unconverted());
        Set<List<String>> listed = new HashSet<>();
        for (Group group : answer.groups()) {
            listed.add(group.members());
            value("group " + group.members(), oracle.value(whole, group.members()), group.value());
            series("group " + group.members(), group.members(), group.series());
        }
        if (listed.size() != answer.groups().size()) {
            differences.add("a group is listed twice");
        }
        expectedGroups(whole).stream()
                .filter(members -> !listed.contains(members))
                .forEach(members -> differences.add("no group " + members));
        inOrder(answer.groups());
    }

    private Set<List<String>> expectedGroups(Period whole) {
        if (question.groupBy().isEmpty()) {
            return Set.of();
        }
        Set<List<String>> expected = new LinkedHashSet<>(oracle.groups(whole));
        if (question.grain() != null) {
            Buckets.of(question, world.now()).stream()
                    .filter(bucket -> bucket.from().isBefore(world.now()))
                    .forEach(bucket -> expected.addAll(oracle.groups(bucket)));
        }
        return expected;
    }

    private void inOrder(List<Group> groups) {
        for (int index = 1; index < groups.size(); index++) {
            BigDecimal before = groups.get(index - 1).value().value();
            BigDecimal after = groups.get(index).value().value();
            if (after != null && (before == null || before.compareTo(after) < 0)) {
                differences.add("groups are not in order: " + before + " before " + after);
            }
        }
    }

    private void series(String where, List<String> members, List<Point> points) {
        if (question.grain() == null) {
            if (!points.isEmpty()) {
                differences.add(where + " has points that nobody asked for");
            }
            return;
        }
        List<Period> buckets = Buckets.of(question, world.now());
        if (buckets.size() != points.size()) {
            differences.add(where + " has " + points.size() + " points, not " + buckets.size());
            return;
        }
        for (int index = 0; index < points.size(); index++) {
            Period bucket = buckets.get(index);
            Point point = points.get(index);
            String here = where + " " + bucket.from() + ".." + bucket.to();
            if (!point.start().equals(bucket.from()) || !point.end().equals(bucket.to())) {
                differences.add(here + " is " + point.start() + ".." + point.end());
            }
            value(here, oracle.value(bucket, members), point.value());
        }
    }

    private void value(String where, Value expected, Value found) {
        number(where + " value", expected.value(), found.value());
        number(where + " numerator", expected.numerator(), found.numerator());
        number(where + " denominator", expected.denominator(), found.denominator());
        number(where + " median", expected.median(), found.median());
        number(where + " p90", expected.p90(), found.p90());
        if (!Objects.equals(expected.reason(), found.reason())) {
            differences.add(where + " reason: expected " + expected.reason() + ", found " + found.reason());
        }
        if (!expected.companions().keySet().equals(found.companions().keySet())) {
            differences.add(
                    where + " companions: expected " + expected.companions().keySet() + ", found "
                            + found.companions().keySet());
            return;
        }
        expected.companions()
                .forEach((name, companion) -> value(
                        where + " " + name,
                        companion,
                        Objects.requireNonNull(found.companions().get(name))));
    }

    private void number(String where, @Nullable BigDecimal expected, @Nullable BigDecimal found) {
        boolean same = expected == null || found == null
                ? (expected == null) == (found == null)
                : expected.subtract(found).abs().compareTo(tolerance()) <= 0;
        if (!same) {
            differences.add(where + ": expected " + expected + ", found " + found);
        }
    }

    private BigDecimal tolerance() {
        return switch (question.metric()) {
            case "campaign-revenue" -> question.switches().containsKey("model") ? LAST_CENT : BigDecimal.ZERO;
            case "average-service-cost-per-interaction",
                    "cost-per-lead",
                    "cost-per-mql",
                    "cost-per-sql",
                    "cost-per-customer" -> LAST_CENT;
            case "roas", "roi" -> question.switches().containsKey("model") ? LAST_CENT : BigDecimal.ZERO;
            case "campaign-purchases", "campaign-new-customers" ->
                question.switches().containsKey("model") ? LAST_CENT : BigDecimal.ZERO;
            case "sales-stage-duration",
                    "sales-cycle-duration",
                    "average-call-handle-time",
                    "average-talk-time",
                    "lead-response-time",
                    "support-response-time",
                    "time-per-site-visit",
                    "customer-callbacks",
                    "average-time-to-resolution",
                    "complaint-time-to-resolution",
                    "open-opportunities" -> LAST_PLACE;
            default -> BigDecimal.ZERO;
        };
    }

    private void unconverted(List<Unconverted> expected, List<Unconverted> found) {
        boolean same = expected.size() == found.size();
        for (int index = 0; same && index < expected.size(); index++) {
            Unconverted one = expected.get(index);
            Unconverted other = found.get(index);
            same = one.currency().equals(other.currency())
                    && one.count() == other.count()
                    && one.amount().subtract(other.amount()).abs().compareTo(LAST_CENT) <= 0;
        }
        if (!same) {
            differences.add("unconverted: expected " + expected + ", found " + found);
        }
    }
}
