package crm.ingest.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How dates and times are written. ISO 8601 is understood besides the patterns, which are tried first.
 *
 * @param patterns as Java's {@link DateTimeFormatter} has them, such as {@code d.M.yyyy HH:mm}; also
 *     {@code epoch-seconds} and {@code epoch-milliseconds}
 * @param zone of times without offset; a date alone is its first moment there
 * @param language of the names of months and days
 */
public record DateRules(List<String> patterns, ZoneId zone, Locale language) {

    static final DateRules USUAL = new DateRules(List.of(), ZoneOffset.UTC, Locale.ENGLISH);

    static final String EPOCH_SECONDS = "epoch-seconds";
    static final String EPOCH_MILLISECONDS = "epoch-milliseconds";

    private static final List<String> ISO = List.of(
            "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX][XX]",
            "yyyy-MM-dd HH:mm[:ss][.SSSSSS][.SSS][ ][XXX][XX]",
            "yyyy-MM-dd");

    public DateRules {
        patterns = List.copyOf(patterns);
    }

    /** The rules made ready, to read many cells with. */
    Reader reader() {
        return new Reader(this);
    }

    /** The formatter of a pattern; it takes no thirtieth of February. */
    static DateTimeFormatter formatter(String pattern, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(withYearsBeforeChrist(pattern))
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Strict formatters want an era beside {@code y}, but none beside {@code u}. */
    private static String withYearsBeforeChrist(String pattern) {
        StringBuilder replaced = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            replaced.append(c == 'y' && !quoted ? 'u' : c);
        }
        return replaced.toString();
    }

    /** Reads cells. */
    static final class Reader {
        private static final int LONGEST = 100;

        private final DateRules rules;
        private final List<DateTimeFormatter> formatters = new ArrayList<>();

        private Reader(DateRules rules) {
            this.rules = rules;
            for (String pattern : rules.patterns()) {
                if (!pattern.startsWith("epoch-")) {
                    formatters.add(formatter(pattern, rules.language()));
                }
            }
            ISO.forEach(pattern -> formatters.add(formatter(pattern, Locale.ROOT)));
        }

        Optional<Instant> moment(String cell) {
            return zoned(cell).map(ZonedDateTime::toInstant);
        }

        Optional<LocalDate> day(String cell) {
            return zoned(cell)
                    .map(time -> time.withZoneSameInstant(rules.zone()).toLocalDate());
        }

        private Optional<ZonedDateTime> zoned(String cell) {
            if (cell.length() > LONGEST) {
                return Optional.empty();
            }
            Optional<ZonedDateTime> counted = sinceEpoch(cell);
            if (counted.isPresent()) {
                return counted;
            }
            for (DateTimeFormatter formatter : formatters) {
                try {
                    return Optional.of(zoned(formatter.parseBest(
                            cell, OffsetDateTime::from, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)));
                } catch (DateTimeException other) {
                    // the next pattern may fit
                }
            }
            return Optional.empty();
        }

        private ZonedDateTime zoned(TemporalAccessor parsed) {
            return switch (parsed) {
                case OffsetDateTime time -> time.toZonedDateTime();
                case ZonedDateTime time -> time;
                case LocalDateTime time -> time.atZone(rules.zone());
                case LocalDate day -> day.atStartOfDay(rules.zone());
                default -> throw new DateTimeException("neither a time nor a date");
            };
        }

        private Optional<ZonedDateTime> sinceEpoch(String cell) {
            boolean seconds = rules.patterns().contains(EPOCH_SECONDS);
            boolean milliseconds = rules.patterns().contains(EPOCH_MILLISECONDS);
            if (!seconds && !milliseconds) {
                return Optional.empty();
            }
            try {
                long count = Long.parseLong(cell);
                Instant moment = milliseconds ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count);
                return Optional.of(moment.atZone(rules.zone()));
            } catch (NumberFormatException | DateTimeException notSo) {
                return Optional.empty();
            }
        }
    }
}
