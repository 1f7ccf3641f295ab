package crm.report.load;

import crm.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;

/** The facts of tenants as they were earlier, as far as those who answer questions need to know of them. */
public interface Past {

    /** The position of the last event before the first one that was received after a time; 0 where there is none. */
    long positionAt(TenantId tenant, Instant time);

    /** Looks for the facts of a tenant's log up to a position, and has them made where there are none. */
    View at(TenantId tenant, long position, Duration patience);

    /** What there is of such facts. */
    sealed interface View {}

    /** A store of the past, which stays until this is closed. */
    non-sealed interface Ready extends View, AutoCloseable {
        /** What the store calls it, instead of the tenant. */
        String name();

        @Override
        void close();
    }

    /** Being made, and so much of it is. */
    record InTheMaking(int percent) implements View {}

    /** So many others are wanted that this one has to wait for its turn. */
    record NoRoom() implements View {}
}
