package crm.report.load;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the column store lies. A mapping, because every property beside the installation's key must belong to one. */
@ConfigMapping(prefix = "crm")
interface StoreConfig {

    Path storeDirectory();
}
