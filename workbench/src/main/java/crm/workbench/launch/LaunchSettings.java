package crm.workbench.launch;

import crm.workbench.sample.SampleSize;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says about how to start.
 *
 * @param adminKey the key that may create tenants; one is made and kept where none is given
 * @param sample how much of a sample world to load, if any
 * @param database an existing MySQL to use instead of the embedded database
 */
public record LaunchSettings(
        Path dataDirectory,
        int ingestPort,
        int reportPort,
        Optional<String> adminKey,
        Optional<SampleSize> sample,
        Optional<DatabaseAddress> database) {

    static LaunchSettings of(Map<String, String> environment) {
        return new LaunchSettings(
                Path.of(given(environment, "DATA_DIR").orElse("data"))
                        .toAbsolutePath()
                        .normalize(),
                port(environment, "INGEST_PORT", 8080),
                port(environment, "REPORT_PORT", 8081),
                given(environment, "CRM_ADMIN_KEY"),
                sample(given(environment, "SAMPLE").orElse("true")),
                given(environment, "CRM_DB_URL")
                        .map(url -> new DatabaseAddress(
                                url,
                                given(environment, "CRM_DB_USER").orElse("root"),
                                given(environment, "CRM_DB_PASSWORD").orElse(""))));
    }

    private static Optional<SampleSize> sample(String value) {
        if (value.equals("false")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    value.equals("true") ? SampleSize.STANDARD : SampleSize.times(Double.parseDouble(value)));
        } catch (NumberFormatException notANumber) {
            throw new LaunchFailed("SAMPLE is " + value + "; it can be true, false, or how many times the usual size.");
        }
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        String value = given(environment, name).orElse(Integer.toString(standard));
        try {
            int port = Integer.parseInt(value);
            if (port > 0 && port < 65_536) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new LaunchFailed(name + " is " + value + "; a port is a number from 1 to 65535.");
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
