package crm.report.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever wants to read or write the log asks the module of that name, so that its rules hold for everybody. */
class OnlyTheLogKnowsItsTableTest {

    private static final Pattern TABLES = Pattern.compile("\\b(event_log|log_head)\\b");

    @Test
    void theTablesOfTheLogAreNamedInItsModuleAlone() {
        assertThat(Sources.with(TABLES)).isNotEmpty().allMatch(file -> file.startsWith("event-log/"));
    }
}
