package crm.report.load;

import crm.engine.store.ColumnStore;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the log was read, or when there are facts from before: those can be answered without it. */
@Readiness
@ApplicationScoped
class LogReached implements HealthCheck {

    private final LogFollower follower;
    private final ColumnStore store;

    LogReached(LogFollower follower, ColumnStore store) {
        this.follower = follower;
        this.store = store;
    }

    @Override
    public HealthCheckResponse call() {
        boolean ready = follower.hasReachedTheLog() || !store.tenants().isEmpty();
        return HealthCheckResponse.named("log").status(ready).build();
    }
}
