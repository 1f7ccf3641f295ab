package crm.workbench.bench;

import com.fasterxml.jackson.databind.JsonNode;
import crm.workbench.launch.Installation;
import crm.workbench.launch.LaunchSettings;
import crm.workbench.launch.Screen;
import crm.workbench.launch.ServiceClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packaged product on free ports, with data of its own, and what a benchmark does with it. */
final class Product implements AutoCloseable {

    static final String ZONE = "Europe/Brussels";
    private static final String ADMIN_KEY = "an-admin-key-for-benchmarks-only";

    private final Installation installation;
    private final URI ingest;
    private final URI report;
    private final List<BenchmarkTenant> tenants = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Product(Path data, int ingestPort, int reportPort) {
        this.ingest = URI.create("http://127.0.0.1:" + ingestPort);
        this.report = URI.create("http://127.0.0.1:" + reportPort);
        this.installation = new Installation(
                new LaunchSettings(
                        data, ingestPort, reportPort, Optional.of(ADMIN_KEY), Optional.empty(), Optional.empty()),
                client);
    }

    static Product start(Path data, Screen screen) throws IOException {
        Product product = new Product(data, freePort(), freePort());
        try {
            product.installation.start(ADMIN_KEY, screen);
            return product;
        } catch (RuntimeException failed) {
            product.close();
            throw failed;
        }
    }

    URI ingest() {
        return ingest;
    }

    URI report() {
        return report;
    }

    Installation installation() {
        return installation;
    }

    BenchmarkTenant newTenant(String name) {
        ServiceClient.Answer answer = admin().post("/v1/tenants", """
                {"name": "%s", "timeZone": "%s", "currency": "EUR", "weekStart": "monday", "fiscalYearStart": 1}""".formatted(name, ZONE));
        if (answer.status() != 201) {
            throw new BenchmarkFailed("the tenant was refused (" + answer.status() + "): " + answer.body());
        }
        JsonNode keys = answer.body().required("keys");
        BenchmarkTenant tenant = new BenchmarkTenant(
                answer.body().required("id").asText(),
                keys.required("ingest").asText(),
                keys.required("report").asText());
        tenants.add(tenant);
        return tenant;
    }

    /** Every tenant made so far. */
    List<BenchmarkTenant> tenants() {
        return List.copyOf(tenants);
    }

    /** A request that is one transaction through Panache: a key for a tenant. */
    byte[] addKey(BenchmarkTenant tenant) {
        return HttpConnection.post("/v1/tenants/" + tenant.id() + "/keys", ADMIN_KEY, "{\"scopes\": [\"ingest\"]}");
    }

    /** Asks until the report contains the log up to a position, and tells whether it does before the limit. */
    Reply askWith(BenchmarkTenant tenant, String path, long position, long limitSeconds) throws IOException {
        long deadline = System.nanoTime() + limitSeconds * 1_000_000_000;
        try (HttpConnection connection = new HttpConnection(report)) {
            byte[] question = HttpConnection.get(path + "&minPosition=" + position + "&wait=10", tenant.reportKey());
            Reply reply = connection.send(question);
            while (reply.status() == 503 && System.nanoTime() < deadline) {
                reply = connection.send(question);
            }
            return reply.orFail(200);
        }
    }

    private ServiceClient admin() {
        return new ServiceClient(client, ingest, ADMIN_KEY);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        installation.close();
    }
}
