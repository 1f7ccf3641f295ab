package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Bodies as large as they may be, and bodies made to break the reader, in a heap of 96 MiB: none fills it or hangs. */
class SmallHeapTest {

    @Test
    void noBodyFillsASmallHeap() throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Bombs.class.getName()))
                .redirectErrorStream(true)
                .start();
        String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(reader.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(said).endsWith("all read\n");
        assertThat(reader.exitValue()).isZero();
    }
}
