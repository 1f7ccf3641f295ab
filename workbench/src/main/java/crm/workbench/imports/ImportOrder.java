package crm.workbench.imports;

import crm.workbench.launch.LaunchFailed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What somebody wants imported, as the environment says it.
 *
 * @param mapping name of a mapping; none where the columns are named like the fields
 * @param key sent with each request
 */
record ImportOrder(Path file, String collection, Optional<String> mapping, URI service, String key) {

    private static final String USE =
            "Use: make import FILE=deals.csv COLLECTION=deals [MAPPING=hubspot-deals] [KEY=…] [URL=http://127.0.0.1:8080]";

    /** Key and address are the demo tenant's where none are given. */
    static ImportOrder of(Map<String, String> environment) {
        Path file = Path.of(given(environment, "FILE").orElseThrow(() -> new LaunchFailed("No FILE is given. " + USE)));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LaunchFailed("There is no file " + file + " that can be read.");
        }
        String collection = given(environment, "COLLECTION")
                .orElseThrow(() -> new LaunchFailed("No COLLECTION is given, such as deals. " + USE));
        Properties demo = demo(Path.of(given(environment, "DATA_DIR").orElse("data")));
        String key = given(environment, "KEY")
                .or(() -> Optional.ofNullable(demo.getProperty("INGEST_KEY")))
                .orElseThrow(() -> new LaunchFailed("No KEY is given, and there is no demo tenant. " + USE));
        String url = given(environment, "URL")
                .or(() -> Optional.ofNullable(demo.getProperty("INGEST")))
                .orElse("http://127.0.0.1:8080");
        return new ImportOrder(file, collection, given(environment, "MAPPING"), service(url), key);
    }

    /** Beside the file: where the refused rows go. */
    Path errorsFile() {
        String name = String.valueOf(file.getFileName());
        int end = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? name.length() - 4 : name.length();
        return file.resolveSibling(name.substring(0, end) + "-errors.csv");
    }

    private static Properties demo(Path data) {
        Properties demo = new Properties();
        Path written = data.resolve("demo.env");
        if (Files.isReadable(written)) {
            try (var reader = Files.newBufferedReader(written)) {
                demo.load(reader);
            } catch (IOException failed) {
                throw new LaunchFailed("cannot read " + written, failed);
            }
        }
        return demo;
    }

    private static URI service(String url) {
        try {
            URI service = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
            if (service.getHost() != null) {
                return service;
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new LaunchFailed("URL is " + url + "; it is an address such as http://127.0.0.1:8080.");
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** Without the key, so that it stays out of what is printed. */
    @Override
    public String toString() {
        return "ImportOrder[file=" + file + ", collection=" + collection + "]";
    }
}
