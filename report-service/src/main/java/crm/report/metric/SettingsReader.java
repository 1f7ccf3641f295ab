package crm.report.metric;

import crm.engine.query.ReportingCalendar;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** Reads the settings that a question may have of its own, instead of its tenant's. */
final class SettingsReader {

    private static final int MONTHS = 12;

    private final Parameters parameters;
    private final Home home;

    SettingsReader(Parameters parameters, Home home) {
        this.parameters = parameters;
        this.home = home;
    }

    ZoneId zone() {
        return parameters
                .one("tz", "unknown_time_zone", "an IANA time zone such as Europe/Paris", SettingsReader::zone)
                .orElse(home.zone());
    }

    ReportingCalendar calendar() {
        DayOfWeek weekStart = parameters
                .one("weekStart", "unknown_weekday", "monday to sunday", SettingsReader::weekday)
                .orElse(home.calendar().weekStart());
        Month yearStart = parameters
                .number("fiscalYearStart", 1, MONTHS)
                .map(Month::of)
                .orElse(home.calendar().yearStart());
        return new ReportingCalendar(weekStart, yearStart);
    }

    String currency() {
        return parameters
                .one("currency", "unknown_currency", "a code of ISO 4217 such as EUR", SettingsReader::currency)
                .orElse(home.currency());
    }

    private static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    private static Optional<DayOfWeek> weekday(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equalsIgnoreCase(text)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> currency(String text) {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .filter(text::equals)
                .findFirst();
    }
}
