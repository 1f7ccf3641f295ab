package crm.ingest.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is left of a quota, while a clock of the test's goes on. */
class AllowanceTest {

    private static final Quota QUOTA = new Quota(2, 10_000, 3);

    private final AtomicLong now = new AtomicLong();
    private final Allowance allowance = new Allowance(QUOTA, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void asManyRequestsAsTheQuotaHasAreLetInAndOneMoreIsNot() {
        for (int i = 0; i < 10; i++) {
            enterAndLeave();
        }
        QuotaExceeded exceeded = catchThrowableOfType(QuotaExceeded.class, allowance::enter);

        assertThat(exceeded.secondsToWait()).isEqualTo(1);
        now.addAndGet(500_000_000);
        enterAndLeave();
        assertThatThrownBy(allowance::enter).isInstanceOf(QuotaExceeded.class);
    }

    @Test
    void asManyRecordsAsTheQuotaHasAreTakenAndOneMoreIsNot() {
        allowance.spend(40_000);
        allowance.spend(10_000);
        allowance.spend(0);
        QuotaExceeded exceeded = catchThrowableOfType(QuotaExceeded.class, () -> allowance.spend(10_000));

        assertThat(exceeded.secondsToWait()).isEqualTo(1);
        assertThatThrownBy(() -> allowance.spend(1)).isInstanceOf(QuotaExceeded.class);
        now.addAndGet(1_000_000_000);
        allowance.spend(10_000);
    }

    @Test
    void asManyRequestsAsMayWaitDoAndOneMoreDoesNot() {
        for (int i = 0; i < 3; i++) {
            allowance.enter();
        }
        assertThatThrownBy(allowance::enter).isInstanceOf(QuotaExceeded.class);
        allowance.leave();
        allowance.enter();
    }

    @Test
    void aRequestOfTheMostRecordsFitsIntoTheSmallestQuota() {
        new Allowance(new Quota(1, 1, 1), TimeMeter.SYSTEM_NANOTIME).spend(10_000);
    }

    @Test
    void whoMayWaitIsToldHowLong() {
        allowance.spend(50_000);

        assertThat(allowance.spendOrWait(500)).isEqualTo(Duration.ofMillis(50));
        now.addAndGet(50_000_000);
        assertThat(allowance.spendOrWait(500)).isZero();
        assertThat(allowance.spendOrWait(1)).isPositive();
    }

    @Test
    void headersTellTheQuotaAndWhatIsLeft() {
        enterAndLeave();
        allowance.spend(7_500);

        assertThat(allowance.headers().policy()).isEqualTo("\"requests\";q=10;w=5, \"records\";q=50000;w=5");
        assertThat(allowance.headers().left()).isEqualTo("\"requests\";r=9;t=1, \"records\";r=42500;t=1");
    }

    private void enterAndLeave() {
        allowance.enter();
        allowance.leave();
    }
}
