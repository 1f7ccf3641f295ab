package crm.engine.sql;

import crm.engine.model.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions as text; their members come from the catalogue and stand in it as constants. */
final class ConditionSql {

    private final TimeSql time;
    private final String moment;

    /**
     * @param moment the column that decides the period
     */
    ConditionSql(TimeSql time, String moment) {
        this.time = time;
        this.moment = moment;
    }

    /** All of them, over the whole period. */
    Sql all(List<Condition> conditions) {
        return joined(conditions, false);
    }

    /** All of them, over the bucket that a row lies in. */
    Sql allInBucket(List<Condition> conditions) {
        return joined(conditions, true);
    }

    /** Whether they differ between the period and a bucket of it. */
    static boolean dependOnBucket(List<Condition> conditions) {
        return conditions.stream().anyMatch(condition -> switch (condition) {
            case Condition.SamePeriod same -> true;
            case Condition.OtherPeriod other -> true;
            case Condition.Either either -> dependOnBucket(either.alternatives());
            case Condition.Both both -> dependOnBucket(both.conditions());
            case Condition.In in -> false;
            case Condition.NotIn notIn -> false;
            case Condition.IsTrue isTrue -> false;
            case Condition.IsFalse isFalse -> false;
            case Condition.Present present -> false;
            case Condition.Absent absent -> false;
            case Condition.AtLeast atLeast -> false;
            case Condition.Below below -> false;
            case Condition.Past past -> false;
            case Condition.Over over -> false;
            case Condition.Ahead ahead -> false;
        });
    }

    private Sql joined(List<Condition> conditions, boolean inBucket) {
        return Sql.join(
                " AND ",
                conditions.stream().map(each -> condition(each, inBucket)).toList());
    }

    private Sql condition(Condition condition, boolean inBucket) {
        return switch (condition) {
            case Condition.In in ->
                Sql.of(
                        in.members().size() == 1
                                ? "f." + in.column() + " = "
                                        + quoted(in.members().getFirst())
                                : "f." + in.column() + " IN (" + quoted(in.members()) + ")");
            case Condition.NotIn not ->
                Sql.of("coalesce(f." + not.column() + ", '') NOT IN (" + quoted(not.members()) + ")");
            case Condition.IsTrue isTrue -> Sql.of("f." + isTrue.column());
            case Condition.IsFalse isFalse -> Sql.of("NOT f." + isFalse.column());
            case Condition.Present present -> Sql.of("f." + present.column() + " IS NOT NULL");
            case Condition.Absent absent -> Sql.of("f." + absent.column() + " IS NULL");
            case Condition.AtLeast least -> Sql.of("f." + least.column() + " >= " + least.least());
            case Condition.Below below -> Sql.of("f." + below.column() + " < " + below.limit());
            case Condition.Past past -> time.past(past.moment());
            case Condition.Over over -> time.over(over.moment());
            case Condition.Ahead ahead -> time.ahead(ahead.moment());
            case Condition.SamePeriod same ->
                inBucket
                        ? Sql.of(time.bucket(same.moment()) + " = " + time.bucket(moment) + " AND ")
                                .then(time.within(same.moment()))
                        : time.within(same.moment());
            case Condition.OtherPeriod other ->
                Sql.of("coalesce(NOT (")
                        .then(condition(new Condition.SamePeriod(other.moment()), inBucket))
                        .then("), TRUE)");
            case Condition.Both both ->
                Sql.of("(").then(joined(both.conditions(), inBucket)).then(")");
            case Condition.Either either ->
                Sql.of("(")
                        .then(Sql.join(
                                " OR ",
                                either.alternatives().stream()
                                        .map(each -> condition(each, inBucket))
                                        .toList()))
                        .then(")");
        };
    }

    private static String quoted(List<String> members) {
        return members.stream().map(ConditionSql::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String member) {
        return "'" + member.replace("'", "''") + "'";
    }
}
