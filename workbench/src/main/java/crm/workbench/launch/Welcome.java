package crm.workbench.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is shown when everything runs: addresses, keys, and two commands to copy.
 *
 * @param position the tenant's head; a record pushed next gets the next one
 */
record Welcome(URI ingest, URI report, DemoTenant tenant, long position) {

    void show(Screen screen, Path environmentFile, Clock clock) {
        screen.line("");
        screen.line(screen.bold("Everything runs.") + " Stop it with Ctrl-C.");
        screen.line("");
        screen.line("  ingest   " + ingest + "   " + screen.faint(ingest + "/q/swagger-ui"));
        screen.line("  report   " + report + "   " + screen.faint(report + "/q/swagger-ui"));
        screen.line("");
        screen.line("  keys of the demo tenant (also in " + environmentFile + ")");
        screen.line("  ingest   " + tenant.ingestKey());
        screen.line("  report   " + tenant.reportKey());
        screen.line("");
        screen.line(screen.bold("Push a deal, then read the close rate with that deal in it:"));
        screen.line("");
        screen.line(push(clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        screen.line("");
        screen.line(read());
        screen.line("");
    }

    /** The same as shell variables, for scripts and for the README's commands. */
    String environment() {
        return """
                INGEST=%s
                REPORT=%s
                INGEST_KEY=%s
                REPORT_KEY=%s
                """.formatted(ingest, report, tenant.ingestKey(), tenant.reportKey());
    }

    private String push(Instant now) {
        return """
                curl -X POST %s/v1/deals \\
                  -H 'Authorization: Bearer %s' \\
                  -H 'Content-Type: application/json' \\
                  -d '{"id": "hello-%d", "status": "won", "amount": 12500, "createdAt": "%s", "closedAt": "%s"}'""".formatted(ingest, tenant.ingestKey(), now.getEpochSecond(), now.minus(Duration.ofDays(20)), now);
    }

    private String read() {
        return """
                curl '%s/v1/metrics/close-rate?period=year_to_date&grain=month&minPosition=%d' \\
                  -H 'Authorization: Bearer %s'""".formatted(report, position + 1, tenant.reportKey());
    }
}
