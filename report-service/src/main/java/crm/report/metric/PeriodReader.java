package crm.report.metric;

import crm.engine.query.ReportingCalendar;
import crm.engine.query.TimeRange;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the period: {@code from} and {@code to}, or {@code period}. */
final class PeriodReader {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;
    private static final String BOUND =
            "a date such as 2026-01-31, or a time with offset such as 2026-01-31T12:00:00Z, of the years "
                    + EARLIEST_YEAR + " to " + LATEST_YEAR;

    private final Parameters parameters;
    private final ZoneId zone;
    private final ReportingCalendar calendar;
    private final Instant now;

    PeriodReader(Parameters parameters, ZoneId zone, ReportingCalendar calendar, Instant now) {
        this.parameters = parameters;
        this.zone = zone;
        this.calendar = calendar;
        this.now = now;
    }

    Optional<TimeRange> read() {
        boolean named = parameters.one("period").isPresent();
        boolean begun = parameters.one("from").isPresent();
        boolean ended = parameters.one("to").isPresent();
        boolean bounded = begun || ended;
        if (named == bounded) {
            parameters.fault("period", "missing", "give either from and to, or period");
            return Optional.empty();
        }
        return named ? byName() : byBounds();
    }

    private Optional<TimeRange> byName() {
        NamedPeriod periods = new NamedPeriod(now, zone, calendar);
        return parameters.one("period", "unknown_period", NamedPeriod.EXAMPLES, periods::named);
    }

    private Optional<TimeRange> byBounds() {
        Optional<Instant> from = bound("from");
        Optional<Instant> to = bound("to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return parameters.attempt(() -> new TimeRange(from.get(), to.get(), zone));
    }

    private Optional<Instant> bound(String name) {
        if (parameters.one(name).isEmpty()) {
            parameters.fault(name, "missing", "from and to belong together");
            return Optional.empty();
        }
        return parameters.one(name, "invalid_time", BOUND, this::instant);
    }

    /** The range between two bounds that stand in one parameter. */
    Optional<TimeRange> between(String parameter, String from, String to) {
        Optional<Instant> start = instant(from);
        Optional<Instant> end = instant(to);
        if (start.isEmpty() || end.isEmpty()) {
            parameters.fault(parameter, "invalid_time", "on both sides of .. " + BOUND);
            return Optional.empty();
        }
        if (!start.get().isBefore(end.get())) {
            parameters.fault(parameter, "empty_range", "it ends before it begins");
            return Optional.empty();
        }
        return Optional.of(new TimeRange(start.get(), end.get(), zone));
    }

    private Optional<Instant> instant(String text) {
        try {
            Instant instant = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
            int year = instant.atZone(zone).getYear();
            return year >= EARLIEST_YEAR && year <= LATEST_YEAR ? Optional.of(instant) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
