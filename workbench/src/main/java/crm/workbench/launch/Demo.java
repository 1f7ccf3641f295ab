package crm.workbench.launch;

import com.fasterxml.jackson.databind.JsonNode;
import crm.workbench.sample.SampleSize;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Gives a newcomer something to look at: a tenant, and a sample world loaded as any partner would load it.
 *
 * @param ingest where the ingest-service answers
 * @param report where the report-service answers
 * @param file where the tenant is remembered
 */
record Demo(HttpClient client, URI ingest, URI report, Path file, Screen screen, Clock clock) {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final String QUESTION = "/v1/metrics/close-rate?period=year_to_date";
    private static final int VISIBLE_ATTEMPTS = 600;

    /** The tenant of earlier starts or a new one, with the sample world in it if that is wanted. */
    Welcome prepare(String adminKey, Optional<SampleSize> sample) {
        DemoTenant tenant = DemoTenant.read(file)
                .filter(this::isKnown)
                .orElseGet(() -> DemoTenant.create(new ServiceClient(client, ingest, adminKey)));
        tenant.write(file);
        if (sample.isPresent() && !tenant.loaded()) {
            tenant = load(tenant, sample.get());
        }
        return new Welcome(ingest, report, tenant, position(tenant));
    }

    private DemoTenant load(DemoTenant tenant, SampleSize size) {
        LocalDate day = tenant.sampleDay().orElseGet(() -> LocalDate.now(clock.withZone(ZONE)));
        tenant.withSample(day, false).write(file);
        ServiceClient client = new ServiceClient(this.client, ingest, tenant.ingestKey());
        long position = new SampleLoader(client, screen, day, size).load();
        awaitVisible(tenant, position);
        DemoTenant loaded = tenant.withSample(day, true);
        loaded.write(file);
        return loaded;
    }

    private void awaitVisible(DemoTenant tenant, long position) {
        long startedAt = System.nanoTime();
        screen.step("waiting for the report-service to have read it all");
        for (int attempt = 1; ; attempt++) {
            ServiceClient.Answer answer = reader(tenant).get(QUESTION + "&minPosition=" + position);
            if (answer.status() == 200) {
                screen.done("visible in reports after %.1f s".formatted((System.nanoTime() - startedAt) / 1e9));
                return;
            }
            if (answer.status() != 503 || attempt == VISIBLE_ATTEMPTS) {
                throw new LaunchFailed("the report-service answered " + answer.status() + ": " + answer.body());
            }
            Pause.milliseconds(200);
        }
    }

    private long position(DemoTenant tenant) {
        JsonNode answer = reader(tenant).get(QUESTION).body();
        return answer.path("dataThrough").path("position").asLong();
    }

    private boolean isKnown(DemoTenant tenant) {
        return reader(tenant).get("/v1/metrics").status() != 401;
    }

    private ServiceClient reader(DemoTenant tenant) {
        return new ServiceClient(client, report, tenant.reportKey());
    }
}
