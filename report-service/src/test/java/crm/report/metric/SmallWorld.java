package crm.report.metric;

import com.fasterxml.jackson.databind.json.JsonMapper;
import crm.engine.store.DuckDbStore;
import crm.log.LogReader;
import crm.log.LoggedEvent;
import crm.report.catalog.Catalogue;
import crm.report.load.FactLoader;
import crm.report.load.FactTables;
import crm.report.load.LoadSettings;
import crm.report.load.PastStores;
import crm.report.table.Format;
import crm.tenant.FieldDefinitions;
import crm.tenant.Rules;
import crm.tenant.Settings;
import crm.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tenants, their log in memory, a real store, and a clock that is set by hand: all that an answer is made of. */
final class SmallWorld implements LogReader, AutoCloseable {

    private final Map<TenantId, List<LoggedEvent>> events = new HashMap<>();
    private final Map<TenantId, Settings> settings = new HashMap<>();
    private final DuckDbStore store = DuckDbStore.temporary(FactTables.all());
    private final FactLoader loader = new FactLoader(this, store, this::loadSettings);
    private final KnownAnswers known;
    private final Telling telling;
    private Instant now = Instant.parse("2026-05-15T12:00:00Z");

    /**
     * @param bytes of memory for answers
     */
    SmallWorld(long bytes) {
        this.known = new KnownAnswers(() -> bytes);
        Homes homes = new Homes(
                new KnownTenants(tenant ->
                        Optional.of(new KnownTenants.Known(Objects.requireNonNull(settings.get(tenant)), Rules.USUAL))),
                new KnownFields(new FieldDefinitions()));
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Standpoints standpoints = new Standpoints(
                store, (tenant, position, patience) -> true, new PastStores(this, store, this::loadSettings, 2), clock);
        this.telling = new Telling(
                standpoints,
                homes,
                known,
                JsonMapper.builder().findAndAddModules().build());
    }

    SmallWorld tenant(TenantId tenant, String zone) {
        settings.put(
                tenant,
                new Settings("Acme", ZoneId.of(zone), Currency.getInstance("EUR"), DayOfWeek.MONDAY, Month.JANUARY));
        return this;
    }

    /** A deal that was won at a time, loaded. */
    SmallWorld won(TenantId tenant, String id, String closedAt) {
        List<LoggedEvent> log = events.computeIfAbsent(tenant, key -> new ArrayList<>());
        Instant version = Instant.parse("2026-01-01T00:00:00Z");
        String deal = "{\"status\":\"won\",\"amount\":10,\"createdAt\":\"2025-01-01T00:00:00Z\",\"closedAt\":\"%s\"}"
                .formatted(closedAt);
        log.add(new LoggedEvent(log.size() + 1L, "deals", id, version, now, false, false, deal));
        loader.load(tenant);
        return this;
    }

    SmallWorld at(String time) {
        now = Instant.parse(time);
        return this;
    }

    void rebuild(TenantId tenant) {
        loader.rebuild(tenant);
    }

    Written ask(TenantId tenant, String question) {
        return ask(tenant, question, Format.JSON);
    }

    /**
     * @param question a metric and its parameters, as in an address
     */
    Written ask(TenantId tenant, String question, Format format) {
        String[] parts = question.split("\\?", 2);
        Map<String, List<String>> given = new LinkedHashMap<>();
        Arrays.stream(parts[1].split("&"))
                .map(each -> each.split("=", 2))
                .forEach(each -> given.put(each[0], List.of(each[1])));
        return telling.metric(tenant, Catalogue.metric(parts[0]).orElseThrow(), given, format);
    }

    Telling telling() {
        return telling;
    }

    long bytesKept() {
        return known.bytes();
    }

    static String text(Written written) {
        return new String(written.body(), StandardCharsets.UTF_8);
    }

    private LoadSettings loadSettings(TenantId tenant) {
        Settings told = Objects.requireNonNull(settings.get(tenant));
        return new LoadSettings(told.timeZone(), told.currency().getCurrencyCode());
    }

    @Override
    public Map<TenantId, Long> headsOfAllTenants() {
        Map<TenantId, Long> heads = new HashMap<>();
        events.forEach((tenant, log) -> heads.put(tenant, (long) log.size()));
        return heads;
    }

    @Override
    public List<LoggedEvent> after(TenantId tenant, long position, int limit) {
        return events.getOrDefault(tenant, List.of()).stream()
                .skip(position)
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {
        store.close();
    }
}
