package crm.report.metric;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crm.engine.query.ReportingCalendar;
import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.tenant.Settings;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What questions mean where they do not say: in part as the rows were made, which a store's generation never changes. */
@ApplicationScoped
class Homes {

    private static final int MOST = 10_000;

    private final KnownTenants tenants;
    private final KnownFields fields;
    private final Cache<Place, Made> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Place(TenantId tenant, String generation) {}

    /** The zone and currency that rows were made with. */
    private record Made(ZoneId zone, String currency) {}

    Homes(KnownTenants tenants, KnownFields fields) {
        this.tenants = tenants;
        this.fields = fields;
    }

    /** What is known of a tenant when a request comes. */
    ForRequest of(TenantId tenant, Map<String, List<String>> given) {
        return new ForRequest(tenant, tenants.of(tenant), fields.of(tenant, given));
    }

    /** What a request's questions mean where they do not say. */
    final class ForRequest {
        private final TenantId tenant;
        private final KnownTenants.Known told;
        private final OwnFields own;

        private ForRequest(TenantId tenant, KnownTenants.Known told, OwnFields own) {
            this.tenant = tenant;
            this.told = told;
            this.own = own;
        }

        /** As far as it can be told without asking the store. */
        Optional<Home> known(String generation) {
            return Optional.ofNullable(known.getIfPresent(new Place(tenant, generation)))
                    .map(this::home);
        }

        /** The zone and currency are those of the rows; those of the tenant while there are none. */
        Home of(Snapshot snapshot) {
            return known(snapshot.generation()).orElseGet(() -> {
                Optional<Made> made = ask(snapshot);
                made.ifPresent(found -> known.put(new Place(tenant, snapshot.generation()), found));
                Settings settings = told.settings();
                return home(made.orElseGet(
                        () -> new Made(settings.timeZone(), settings.currency().getCurrencyCode())));
            });
        }

        private Home home(Made made) {
            Settings settings = told.settings();
            ReportingCalendar calendar = new ReportingCalendar(settings.weekStart(), settings.fiscalYearStart());
            return new Home(made.zone(), calendar, made.currency(), told.rules(), own);
        }
    }

    private static Optional<Made> ask(Snapshot snapshot) {
        return snapshot.query(Sql.of("SELECT time_zone, currency FROM store_settings")).stream()
                .findFirst()
                .map(row -> new Made(
                        ZoneId.of(Objects.requireNonNull(row.text("time_zone"))),
                        Objects.requireNonNull(row.text("currency"))));
    }
}
