package crm.ingest.start;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** Brings the database's tables up to date, as soon as there is a database: the service may start before it. */
@Readiness
@ApplicationScoped
public class Migration implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(Migration.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final Thread retries =
            Thread.ofPlatform().daemon().name("migration").unstarted(this::retry);
    private volatile boolean done;

    Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    void start(@Observes StartupEvent started) {
        if (!attempt()) {
            retries.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        retries.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Database tables are up to date")
                .status(done)
                .build();
    }

    private void retry() {
        try {
            do {
                Thread.sleep(BETWEEN_ATTEMPTS);
            } while (!attempt());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt() {
        try {
            flyway.migrate();
            done = true;
        } catch (FlywayException | IllegalStateException away) {
            LOG.warnf("migration waits for the database cause=%s", away.getMessage());
        }
        return done;
    }
}
