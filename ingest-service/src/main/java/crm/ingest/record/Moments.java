package crm.ingest.record;

import java.time.LocalDate;

/** Moments as RFC 3339 text and as microseconds since 1970; finer digits are cut off. */
final class Moments {

    /** What no moment is. */
    static final long INVALID = Long.MIN_VALUE;

    private static final long MICROS = 1_000_000;
    private static final long DAY = 86_400 * MICROS;
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay() * DAY;
    private static final long END = LocalDate.of(10_000, 1, 1).toEpochDay() * DAY;
    private static final int[] MONTH_LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /** Places of the parts of {@code 2026-03-02T09:30:00}. */
    private static final int MONTH = 5;

    private static final int DAY_OF_MONTH = 8;
    private static final int HOUR = 11;
    private static final int MINUTE = 14;
    private static final int SECOND = 17;
    private static final int AFTER_SECOND = 19;

    private Moments() {}

    /** Microseconds of {@code text} in the years 1 to 9999, or {@link #INVALID}. */
    static long parse(String text) {
        if (text.length() <= AFTER_SECOND
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || (text.charAt(10) | 0x20) != 't'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            return INVALID;
        }
        int year = number(text, 0, 4);
        int month = number(text, MONTH, 2);
        int day = number(text, DAY_OF_MONTH, 2);
        long time = time(number(text, HOUR, 2), number(text, MINUTE, 2), number(text, SECOND, 2));
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month) || time == INVALID) {
            return INVALID;
        }
        return withFraction(text, LocalDate.of(year, month, day).toEpochDay() * DAY + time);
    }

    private static long withFraction(String text, long whole) {
        int at = AFTER_SECOND;
        long micros = 0;
        if (text.charAt(at) == '.') {
            int first = ++at;
            long unit = MICROS;
            while (at < text.length() && isDigit(text.charAt(at))) {
                unit /= 10;
                micros += unit * (text.charAt(at++) - '0');
            }
            if (at == first) {
                return INVALID;
            }
        }
        long offset = offset(text, at);
        long moment = whole + micros - offset;
        return offset == INVALID || moment < FIRST || moment >= END ? INVALID : moment;
    }

    /** Microseconds east of UTC of {@code Z} or {@code +01:00} at the end of the text. */
    private static long offset(String text, int at) {
        if (text.length() == at + 1 && (text.charAt(at) | 0x20) == 'z') {
            return 0;
        }
        if (text.length() != at + 6 || text.charAt(at + 3) != ':') {
            return INVALID;
        }
        long time = time(number(text, at + 1, 2), number(text, at + 4, 2), 0);
        return switch (text.charAt(at)) {
            case '+' -> time;
            case '-' -> time == INVALID ? INVALID : -time;
            default -> INVALID;
        };
    }

    private static long time(int hour, int minute, int second) {
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return valid ? (hour * 3600L + minute * 60L + second) * MICROS : INVALID;
    }

    private static int number(String text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            if (!isDigit(text.charAt(i))) {
                return -1;
            }
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int monthLength(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : MONTH_LENGTHS[month - 1];
    }

    /** Appends the moment in UTC: {@code 2026-03-02T09:30:00Z}, with six more digits where they are not all zero. */
    static void append(long moment, StringBuilder out) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(moment, DAY));
        long inDay = Math.floorMod(moment, DAY);
        int second = (int) (inDay / MICROS);
        int micros = (int) (inDay % MICROS);
        digits(date.getYear(), 1000, out);
        digits(date.getMonthValue(), 10, out.append('-'));
        digits(date.getDayOfMonth(), 10, out.append('-'));
        digits(second / 3600, 10, out.append('T'));
        digits(second / 60 % 60, 10, out.append(':'));
        digits(second % 60, 10, out.append(':'));
        if (micros != 0) {
            digits(micros, 100_000, out.append('.'));
        }
        out.append('Z');
    }

    private static void digits(int number, int unit, StringBuilder out) {
        for (int rest = unit; rest > 0; rest /= 10) {
            out.append((char) ('0' + number / rest % 10));
        }
    }
}
