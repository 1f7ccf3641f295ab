package crm.report.world;

import static io.restassured.RestAssured.given;

import crm.log.Batch;
import crm.log.Event;
import crm.log.EventLog;
import crm.log.Receipt;
import crm.tenant.InvalidSettings;
import crm.tenant.Keys;
import crm.tenant.Scope;
import crm.tenant.Sender;
import crm.tenant.SettingsChange;
import crm.tenant.TenantId;
import crm.tenant.Tenants;
import io.quarkus.arc.Arc;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** A tenant of the tests with a key, whose records go straight into the log. */
public final class Company {

    private final TenantId tenant;
    private final String key;
    private final List<Event> waiting = new ArrayList<>();

    private Company(TenantId tenant, String key) {
        this.tenant = tenant;
        this.key = key;
    }

    public static Company in(String timeZone) {
        try {
            TenantId tenant = bean(Tenants.class)
                    .create(new SettingsChange("Acme", timeZone, "EUR", "monday", 1))
                    .id();
            return new Company(tenant, keyOf(tenant, Scope.REPORT));
        } catch (InvalidSettings impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static String keyOf(TenantId tenant, Scope scope) {
        return bean(Keys.class).issue(tenant, Set.of(scope), null).text();
    }

    public TenantId tenant() {
        return tenant;
    }

    public Company with(String collection, String id, String json) {
        waiting.add(new Event(collection, id, Instant.parse("2026-01-01T00:00:00Z"), false, json));
        return this;
    }

    /** A later version of a record. */
    public Company later(String collection, String id, String json) {
        waiting.add(new Event(collection, id, Instant.parse("2026-02-01T00:00:00Z"), false, json));
        return this;
    }

    /** Writes what waits into the log and tells the position to ask with. */
    public long append() {
        try (EventLog log = new EventLog(bean(DataSource.class), Clock.systemUTC())) {
            Receipt receipt =
                    log.append(Batch.of(new Sender(tenant, "key"), waiting)).join();
            waiting.clear();
            return receipt.position();
        }
    }

    public String key() {
        return key;
    }

    /** A request with the company's key. */
    public RequestSpecification asking() {
        return given().header("Authorization", "Bearer " + key);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
