package crm.tenant;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What somebody wants the settings to be, as written; what is absent stays as it is. */
public record SettingsChange(
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String currency,
        @Nullable String weekStart,
        @Nullable Integer fiscalYearStart) {

    private static final int NAME_LENGTH = 200;
    private static final Settings NOTHING_SAID =
            new Settings("", ZoneId.of("UTC"), Currency.getInstance("USD"), DayOfWeek.MONDAY, Month.JANUARY);

    /** The settings of a new tenant: it needs a name; else UTC, USD, weeks from Monday, years from January. */
    Settings first() throws InvalidSettings {
        return applyTo(NOTHING_SAID);
    }

    /** The settings after the change, or everything that is wrong with it. */
    Settings applyTo(Settings before) throws InvalidSettings {
        List<InvalidSettings.Error> errors = new ArrayList<>();
        Settings after = new Settings(
                read(name == null ? before.name() : name, "name", SettingsChange::name, before.name(), errors),
                read(timeZone, "timeZone", SettingsChange::zone, before.timeZone(), errors),
                read(currency, "currency", SettingsChange::currency, before.currency(), errors),
                read(weekStart, "weekStart", SettingsChange::day, before.weekStart(), errors),
                read(fiscalYearStart, "fiscalYearStart", SettingsChange::month, before.fiscalYearStart(), errors));
        if (!errors.isEmpty()) {
            throw new InvalidSettings(errors);
        }
        return after;
    }

    private static <T, V> V read(
            @Nullable T written, String field, Function<T, V> reader, V before, List<InvalidSettings.Error> errors) {
        if (written == null) {
            return before;
        }
        try {
            return reader.apply(written);
        } catch (IllegalArgumentException refused) {
            errors.add(new InvalidSettings.Error(field, String.valueOf(refused.getMessage())));
            return before;
        }
    }

    private static String name(String written) {
        if (written.isBlank()
                || written.codePointCount(0, written.length()) > NAME_LENGTH
                || written.codePoints().anyMatch(c -> Character.isISOControl(c) || isHalfACharacter(c))) {
            throw new IllegalArgumentException("must be 1 to 200 characters of text");
        }
        return written;
    }

    private static boolean isHalfACharacter(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }

    private static ZoneId zone(String written) {
        if (!ZoneId.getAvailableZoneIds().contains(written)) {
            throw new IllegalArgumentException("must be an IANA time zone such as Europe/Paris");
        }
        return ZoneId.of(written);
    }

    private static Currency currency(String written) {
        try {
            return Currency.getInstance(written);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("must be an ISO 4217 currency such as EUR", unknown);
        }
    }

    private static DayOfWeek day(String written) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(written)) {
                return day;
            }
        }
        throw new IllegalArgumentException("must be a day of the week such as monday");
    }

    private static Month month(int written) {
        if (written < 1 || written > 12) {
            throw new IllegalArgumentException("must be a month from 1 to 12");
        }
        return Month.of(written);
    }
}
