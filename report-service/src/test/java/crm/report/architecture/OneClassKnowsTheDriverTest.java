package crm.report.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Another column store needs another class, not another code base. */
class OneClassKnowsTheDriverTest {

    private static final Pattern DRIVER = Pattern.compile("\\borg\\.duckdb\\b");

    @Test
    void onlyTheStoreImportsTheDriverOfTheColumnStore() {
        assertThat(Sources.with(DRIVER))
                .containsExactly("metrics-engine/src/main/java/crm/engine/store/DuckDbStore.java");
    }
}
