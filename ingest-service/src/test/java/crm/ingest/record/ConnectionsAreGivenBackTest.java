package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import crm.ingest.world.RealDatabase;
import crm.log.Batch;
import crm.log.Event;
import crm.log.EventLog;
import crm.tenant.Sender;
import crm.tenant.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A lane that lets its connection go gives it back to the pool, whole or broken. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ConnectionsAreGivenBackTest {

    private static final int MORE_THAN_THE_POOL_HAS = 24;

    private final DataSource pool;

    ConnectionsAreGivenBackTest(DataSource pool) {
        this.pool = pool;
    }

    @Test
    void logsThatAreClosedLeaveThePoolAsItWas() {
        Sender sender = new Sender(new TenantId(7_001), "key");
        long position = 0;
        for (int turn = 0; turn < MORE_THAN_THE_POOL_HAS; turn++) {
            try (EventLog log = new EventLog(pool, Clock.systemUTC())) {
                position = log.append(Batch.of(sender, List.of(new Event("teams", "t-" + turn, null, false, "{}"))))
                        .join()
                        .position();
            }
        }
        assertThat(position).isEqualTo(MORE_THAN_THE_POOL_HAS);
    }
}
