package crm.ingest.rejection;

import crm.tenant.TenantId;
import io.quarkus.panache.common.Parameters;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of a tenant's rejections are meant; what is absent does not restrict.
 *
 * @param code one of the errors' codes
 * @param from the first time of receipt
 * @param to the time of receipt that is too late
 */
record Filter(
        @Nullable String collection,
        @Nullable String code,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Where they are found, and with which values. */
    record Where(String condition, Parameters values) {}

    Where of(TenantId tenant) {
        List<String> conditions = new ArrayList<>(List.of("tenant = :tenant"));
        Parameters values = Parameters.with("tenant", tenant.number());
        if (collection != null) {
            conditions.add("collection = :collection");
            values.and("collection", collection);
        }
        if (code != null) {
            conditions.add("locate(:code, codes) > 0");
            values.and("code", ' ' + code + ' ');
        }
        if (from != null) {
            conditions.add("receivedAt >= :from");
            values.and("from", from.truncatedTo(ChronoUnit.MICROS));
        }
        if (to != null) {
            conditions.add("receivedAt < :to");
            values.and("to", to.truncatedTo(ChronoUnit.MICROS));
        }
        return new Where(String.join(" and ", conditions), values);
    }
}
