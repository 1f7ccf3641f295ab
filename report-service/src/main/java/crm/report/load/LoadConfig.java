package crm.report.load;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** How the log is followed, and what the column store may take of the machine. */
@ConfigMapping(prefix = "crm.load")
interface LoadConfig {

    /** Where the column store keeps its files. */
    Path directory();

    /** How often the log is asked whether anything is new. */
    @WithDefault("50ms")
    Duration every();

    /** How often the settings of tenants are looked at; how long to wait when the database is away. */
    @WithDefault("1s")
    Duration pause();

    /** Tenants loaded at once. */
    @WithDefault("2")
    int tenants();

    @WithDefault("2GB")
    String memory();

    /** Threads for a question, and questions at once; as many as there are processors where this is not given. */
    OptionalInt threads();

    /** Views of the past that are kept, each as large as its tenant's facts were then. */
    @WithDefault("8")
    int past();

    /** Tenants whose files are held open. */
    @WithDefault("200")
    int attached();
}
