package crm.report.metric;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What answers that were told before may take of the machine. */
@ConfigMapping(prefix = "crm.answers")
interface AnswersConfig {

    /** Bytes of memory; 0 remembers none. */
    @WithDefault("67108864")
    long bytes();
}
