package crm.ingest.imports;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much imports may take. */
@ConfigMapping(prefix = "crm.imports")
public interface ImportSettings {

    /** Imports that one instance works on at a time. */
    @WithDefault("2")
    int workers();

    /** Files that one instance takes in at a time. */
    @WithDefault("4")
    int uploads();

    /** Most bytes of a file, unpacked. */
    @WithDefault("2G")
    MemorySize largest();

    /** Most imports of a tenant that are not over. */
    @WithDefault("20")
    int waiting();

    /** Refused rows that are kept of one import; the others are only counted. */
    @WithDefault("100000")
    long refusedRows();

    /** Rows that become durable together: few, so that live traffic gets its turn between them. */
    @WithDefault("500")
    int rowsAtOnce();

    /** How long a worker may give no sign before another one takes over. */
    @WithDefault("10s")
    Duration patience();

    /** How long an import that is over can be looked up. */
    @WithDefault("30d")
    Duration kept();
}
