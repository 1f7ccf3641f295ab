package crm.report.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which values of If-None-Match name a state. */
class EntityTagTest {

    private static final EntityTag TAG = new EntityTag("a-1", false);

    @Test
    void aTagIsFoundInAList() {
        assertThat(TAG.isIn(List.of("\"b\", \"a-1\" ,W/\"c\""))).isTrue();
        assertThat(TAG.isIn(List.of("\"b\"", "\"a-1\""))).isTrue();
        assertThat(TAG.isIn(List.of("\"b\", \"a-10\""))).isFalse();
        assertThat(TAG.isIn(List.of())).isFalse();
    }

    @Test
    void weakAndStrongAreTheSame() {
        assertThat(TAG.isIn(List.of("W/\"a-1\""))).isTrue();
        assertThat(new EntityTag("a-1", true).isIn(List.of("\"a-1\""))).isTrue();
    }

    @Test
    void anAsteriskNamesEveryState() {
        assertThat(TAG.isIn(List.of(" * "))).isTrue();
        assertThat(TAG.isIn(List.of("\"*\""))).isFalse();
    }

    @Test
    void whatIsNoTagNamesNone() {
        assertThat(TAG.isIn(List.of("a-1"))).isFalse();
        assertThat(TAG.isIn(List.of("", "\""))).isFalse();
    }

    @Test
    void itIsWrittenAsHttpHasIt() {
        assertThat(TAG).hasToString("\"a-1\"");
        assertThat(new EntityTag("a-1", true)).hasToString("W/\"a-1\"");
    }
}
