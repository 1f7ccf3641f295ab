package crm.ingest.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.OptionalInt;

/** What every tenant may send, and what some may instead. */
@ConfigMapping(prefix = "crm.quota")
interface QuotaSettings {

    @WithDefault("10000")
    int requestsPerSecond();

    @WithDefault("200000")
    int recordsPerSecond();

    @WithDefault("256")
    int waitingRequests();

    /** By the tenant's id. */
    Map<String, OfTenant> tenants();

    /** What is different for one tenant. */
    interface OfTenant {
        OptionalInt requestsPerSecond();

        OptionalInt recordsPerSecond();

        OptionalInt waitingRequests();
    }

    /** The quota of the tenant with this id. */
    default Quota of(String tenant) {
        OfTenant own = tenants().get(tenant);
        return own == null
                ? new Quota(requestsPerSecond(), recordsPerSecond(), waitingRequests())
                : new Quota(
                        own.requestsPerSecond().orElse(requestsPerSecond()),
                        own.recordsPerSecond().orElse(recordsPerSecond()),
                        own.waitingRequests().orElse(waitingRequests()));
    }
}
