package crm.http.request;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigBuilderCustomizer;

/**
 * Leaves the judging of addresses to {@link Addresses}. The server would refuse them with an empty answer, and only a
 * property of the system, set before it starts, keeps it from doing so; the configuration is made before.
 */
public final class AddressesAreJudgedHere implements SmallRyeConfigBuilderCustomizer {

    @Override
    public void configBuilder(SmallRyeConfigBuilder builder) {
        System.setProperty("vertx.disableURIValidation", "true");
    }
}
