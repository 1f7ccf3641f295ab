package crm.report.export;

import crm.engine.model.Aggregate;
import crm.engine.model.Aggregate.Missing;
import crm.engine.model.Condition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conditions and sums in SQL that every database understands. */
final class PortableSql {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern COLUMN = Pattern.compile("(?<![A-Za-z0-9_.'])([a-z][a-z0-9_]*)(?![a-z0-9_(.'])");

    private PortableSql() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether the condition is one of a row alone, whatever the period. */
    static boolean canSay(Condition condition) {
        return switch (condition) {
            case Condition.SamePeriod same -> false;
            case Condition.OtherPeriod other -> false;
            case Condition.Either either -> either.alternatives().stream().allMatch(PortableSql::canSay);
            case Condition.Both both -> both.conditions().stream().allMatch(PortableSql::canSay);
            case Condition.In in -> true;
            case Condition.NotIn notIn -> true;
            case Condition.IsTrue isTrue -> true;
            case Condition.IsFalse isFalse -> true;
            case Condition.Present present -> true;
            case Condition.Absent absent -> true;
            case Condition.AtLeast least -> true;
            case Condition.Below below -> true;
            case Condition.Past past -> true;
            case Condition.Over over -> true;
            case Condition.Ahead ahead -> true;
        };
    }

    /**
     * @param qualifier what stands before each column, its dot included
     */
    static String all(List<Condition> conditions, String qualifier) {
        return conditions.stream().map(each -> said(each, qualifier)).collect(Collectors.joining(" AND "));
    }

    private static String said(Condition condition, String q) {
        return switch (condition) {
            case Condition.In in -> q + in.column() + " IN (" + quoted(in.members()) + ")";
            case Condition.NotIn not -> "COALESCE(" + q + not.column() + ", '') NOT IN (" + quoted(not.members()) + ")";
            case Condition.IsTrue isTrue -> q + isTrue.column() + " = TRUE";
            case Condition.IsFalse isFalse -> q + isFalse.column() + " = FALSE";
            case Condition.Present present -> q + present.column() + " IS NOT NULL";
            case Condition.Absent absent -> q + absent.column() + " IS NULL";
            case Condition.AtLeast least -> q + least.column() + " >= " + least.least();
            case Condition.Below below -> q + below.column() + " < " + below.limit();
            case Condition.Past past -> q + past.moment() + " <= CURRENT_TIMESTAMP";
            case Condition.Over over -> q + over.moment() + " < CURRENT_TIMESTAMP";
            case Condition.Ahead ahead -> q + ahead.moment() + " > CURRENT_TIMESTAMP";
            case Condition.Both both -> "(" + all(both.conditions(), q) + ")";
            case Condition.Either either ->
                either.alternatives().stream().map(each -> said(each, q)).collect(Collectors.joining(" OR ", "(", ")"));
            case Condition.SamePeriod same -> throw new IllegalArgumentException("cannot be said: " + same);
            case Condition.OtherPeriod other -> throw new IllegalArgumentException("cannot be said: " + other);
        };
    }

    /** The sum of a row's columns; without one of them there is none, unless it counts as zero. */
    static String sum(Aggregate.Spread spread) {
        return spread.columns().stream()
                .map(column -> spread.missing() == Missing.ZERO ? "COALESCE(" + column + ", 0)" : column)
                .collect(Collectors.joining(" + "));
    }

    /** The columns of an expression with the qualifier before each. */
    static String qualified(String expression, String qualifier) {
        return qualifier.isEmpty() ? expression : COLUMN.matcher(expression).replaceAll(qualifier + "$1");
    }

    /** The columns that an expression reads. */
    static Set<String> columns(String expression) {
        return COLUMN.matcher(expression.replaceAll("'[^']*'", "''"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String quoted(List<String> members) {
        return members.stream()
                .map(member -> "'" + member.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
    }
}
