package crm.report.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A resource translates between HTTP and the types below it, and does nothing else. */
class ResourcesHoldNoSqlTest {

    private static final Pattern RESOURCE = Pattern.compile("^@Path\\(", Pattern.MULTILINE);
    private static final Pattern STATEMENT =
            Pattern.compile("\\b(SELECT|INSERT INTO|REPLACE INTO|UPDATE \\w+ SET|DELETE FROM|FROM \\w+ WHERE)\\b");
    private static final Pattern DATABASE = Pattern.compile(
            "^import (static )?(java\\.sql|javax\\.sql|jakarta\\.persistence|io\\.agroal|crm\\.engine\\.sql|crm\\.engine\\.store)\\b",
            Pattern.MULTILINE);

    @Test
    void resourcesNeitherHoldStatementsNorSeeADatabase() {
        assertThat(Sources.with(RESOURCE)).as("resources").isNotEmpty();
        assertThat(Sources.matching(text -> RESOURCE.matcher(text).find() && touchesADatabase(text)))
                .isEmpty();
    }

    private static boolean touchesADatabase(String text) {
        return STATEMENT.matcher(text).find() || DATABASE.matcher(text).find();
    }
}
