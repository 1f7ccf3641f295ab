package crm.http.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a service that needs no database to answer goes on trusting keys while the database is away. */
@ConfigMapping(prefix = "crm.keys")
interface KeyMemory {

    /** Nothing for a service that can do nothing without the database: it says at once that it cannot. */
    @WithDefault("0S")
    Duration heldWhileAway();
}
