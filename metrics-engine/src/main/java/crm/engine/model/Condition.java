package crm.engine.model;

import java.util.List;

/** What a row must meet to be counted. */
public sealed interface Condition {

    /** Its column holds one of the members. */
    record In(String column, List<String> members) implements Condition {
        public In {
            members = List.copyOf(members);
        }
    }

    /** Its column holds none of the members; an empty column holds none. */
    record NotIn(String column, List<String> members) implements Condition {
        public NotIn {
            members = List.copyOf(members);
        }
    }

    /** Its column is true. */
    record IsTrue(String column) implements Condition {}

    /** Its column is false. */
    record IsFalse(String column) implements Condition {}

    /** Its column holds something. */
    record Present(String column) implements Condition {}

    /** Its column holds nothing. */
    record Absent(String column) implements Condition {}

    /** Its column is a number of at least this. */
    record AtLeast(String column, long least) implements Condition {}

    /** Its column is a number below this. */
    record Below(String column, long limit) implements Condition {}

    /** Its moment is not later than now. */
    record Past(String moment) implements Condition {}

    /** Its moment lies before now. */
    record Over(String moment) implements Condition {}

    /** Its moment is later than now. */
    record Ahead(String moment) implements Condition {}

    /** Its other moment lies in the same period: the bucket in a series, the whole range in a total. */
    record SamePeriod(String moment) implements Condition {}

    /** Its other moment does not lie in the same period; an empty one does not. */
    record OtherPeriod(String moment) implements Condition {}

    /** It meets at least one of these. */
    record Either(List<Condition> alternatives) implements Condition {
        public Either {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** It meets all of these. */
    record Both(List<Condition> conditions) implements Condition {
        public Both {
            conditions = List.copyOf(conditions);
        }
    }

    /** Whether a row meets it or not by what time it is. */
    default boolean looksAtTheClock() {
        return switch (this) {
            case Past past -> true;
            case Over over -> true;
            case Ahead ahead -> true;
            case Either either -> either.alternatives().stream().anyMatch(Condition::looksAtTheClock);
            case Both both -> both.conditions().stream().anyMatch(Condition::looksAtTheClock);
            case In in -> false;
            case NotIn notIn -> false;
            case IsTrue isTrue -> false;
            case IsFalse isFalse -> false;
            case Present present -> false;
            case Absent absent -> false;
            case AtLeast least -> false;
            case Below below -> false;
            case SamePeriod same -> false;
            case OtherPeriod other -> false;
        };
    }

    static Condition is(String column, String... members) {
        return new In(column, List.of(members));
    }

    static Condition isNot(String column, String... members) {
        return new NotIn(column, List.of(members));
    }
}
