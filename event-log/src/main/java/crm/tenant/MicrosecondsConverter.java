package crm.tenant;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the database holds them: microseconds since 1970. */
@Converter
public class MicrosecondsConverter implements AttributeConverter<Instant, Long> {

    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Long microseconds) {
        return microseconds == null ? null : Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
