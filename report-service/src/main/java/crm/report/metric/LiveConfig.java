package crm.report.metric;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How answers are told again when they change. */
@ConfigMapping(prefix = "crm.live")
interface LiveConfig {

    /** How often an answer is looked at, and at most told. */
    @WithDefault("1s")
    Duration every();

    /** Streams of one tenant that may be open at once. */
    @WithDefault("20")
    int streamsOfATenant();

    /** Streams that may be open at once. */
    @WithDefault("1000")
    int streams();
}
