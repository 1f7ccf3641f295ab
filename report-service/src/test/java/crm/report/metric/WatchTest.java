package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;

import crm.report.catalog.Catalogue;
import crm.report.metric.Watch.Seen;
import crm.report.table.Format;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What there is to be told when an answer is looked at again. */
class WatchTest {

    private long now;
    private long costs;
    private Written answer = answer("first");
    private final AtomicInteger asked = new AtomicInteger();
    private final Watch watch = new Watch(this::ask, answer.tag(), 0);

    private Written ask() {
        asked.incrementAndGet();
        now += costs;
        return answer;
    }

    private static Written answer(String opaque) {
        return new Written(Catalogue.metrics().getFirst(), Format.JSON, new byte[0], new EntityTag(opaque, false), 1);
    }

    private Seen lookAfter(Duration time) {
        now += time.toNanos();
        return watch.look(() -> now);
    }

    @Test
    void nothingIsToldWhileNothingChanges() {
        assertThat(lookAfter(Duration.ofSeconds(1))).isInstanceOf(Watch.Nothing.class);
    }

    @Test
    void anotherAnswerIsToldOnce() {
        answer = answer("second");

        assertThat(lookAfter(Duration.ofSeconds(1))).isEqualTo(new Watch.Changed(answer));
        assertThat(lookAfter(Duration.ofSeconds(1))).isInstanceOf(Watch.Nothing.class);
    }

    @Test
    void theLineIsKeptOpen() {
        assertThat(lookAfter(Watch.HEARTBEAT)).isInstanceOf(Watch.StillHere.class);
        assertThat(lookAfter(Duration.ofSeconds(1))).isInstanceOf(Watch.Nothing.class);
        assertThat(lookAfter(Watch.HEARTBEAT)).isInstanceOf(Watch.StillHere.class);
    }

    @Test
    void aHardQuestionIsAskedLessOften() {
        costs = Duration.ofMillis(500).toNanos();
        lookAfter(Duration.ofSeconds(1));

        for (int second = 0; second < 4; second++) {
            lookAfter(Duration.ofSeconds(1));
        }
        assertThat(asked).hasValue(1);
        lookAfter(Duration.ofSeconds(1));
        assertThat(asked).hasValue(2);
    }
}
