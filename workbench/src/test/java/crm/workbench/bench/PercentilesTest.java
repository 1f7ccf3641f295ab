package crm.workbench.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void ofAHundredTimesTheNinetyNinthIsTheOneThatOnlyOneExceeds() {
        Percentiles times = new Percentiles(LongStream.rangeClosed(1, 100)
                .map(each -> (101 - each) * 1_000_000)
                .toArray());
        assertThat(times.p50()).isEqualTo(50);
        assertThat(times.p99()).isEqualTo(99);
    }

    @Test
    void nothingMeasuredIsNotNothing() {
        assertThat(new Percentiles(new long[0]).p50()).isNaN();
    }
}
