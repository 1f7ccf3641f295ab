package crm.ingest.rejection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long refused records are kept. */
@ConfigMapping(prefix = "crm.rejections")
interface RejectionKeeping {

    @WithDefault("30D")
    Duration keep();
}
