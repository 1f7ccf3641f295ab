package crm.record;

import java.util.List;

/** What a field of a record may hold. */
public sealed interface FieldType {

    /** Characters, at most {@code maximumLength} of them (Unicode code points). */
    record Text(int maximumLength) implements FieldType {}

    /** The id of a record of another collection, which may arrive before or after. */
    record Reference(String collection) implements FieldType {}

    /** One of a closed list of words. */
    record Choice(List<String> members) implements FieldType {
        public Choice {
            members = List.copyOf(members);
        }
    }

    /** A point in time, RFC 3339 with offset. What has happened cannot lie more than 24 hours ahead; a plan can. */
    record Moment(Tense tense) implements FieldType {}

    /** A calendar date, ISO 8601. */
    record Day() implements FieldType {}

    /** A decimal number between two bounds, both included, of at most {@code scale} decimal places. */
    record Decimal(long minimum, long maximum, int scale) implements FieldType {
        /** Decimal places of money and of most other decimals. */
        public static final int SCALE = 4;
        /** Decimal places of what others are multiplied by, such as an exchange rate. */
        public static final int FINE_SCALE = 9;
        /** The largest whole part that the column store's eighteen digits leave room for. */
        public static final long LARGEST = 99_999_999_999_999L;
        /** The same beside the decimal places of {@link #FINE_SCALE}. */
        public static final long LARGEST_FINE = 999_999_999L;

        public Decimal {
            if (scale != SCALE && scale != FINE_SCALE) {
                throw new IllegalArgumentException("the column store has no decimals of scale " + scale);
            }
        }
    }

    /** An ISO 4217 code. */
    record Currency() implements FieldType {}

    /** A whole number between two bounds, both included. */
    record Whole(long minimum, long maximum) implements FieldType {}

    /** True or false. */
    record Flag() implements FieldType {}

    /** A list of short texts, each one of {@code members} unless that is empty. */
    record Texts(int maximumItems, int maximumLength, List<String> members) implements FieldType {
        public Texts {
            members = List.copyOf(members);
        }
    }

    /** A list of objects, such as a history. */
    record Objects(int maximumItems, List<Field> fields) implements FieldType {
        public Objects {
            fields = List.copyOf(fields);
        }
    }

    /** Whether a moment tells what has happened or what is planned. */
    enum Tense {
        HAPPENED,
        PLANNED
    }
}
