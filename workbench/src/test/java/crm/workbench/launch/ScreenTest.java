package crm.workbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ScreenTest {

    @Test
    void aLogFileHasNeitherColoursNorBars() {
        assertThat(shown(false, screen -> {
                    screen.done("ready");
                    screen.progress("loading", 5, 10, 100);
                }))
                .isEqualTo("✓ ready\n");
    }

    @Test
    void aTerminalShowsHowFarTheWorkIs() {
        assertThat(shown(true, screen -> screen.progress("loading", 5_000, 10_000, 100)))
                .contains("50%")
                .contains("5,000 records");
    }

    @Test
    void moreThanWasExpectedIsAFullBar() {
        assertThat(shown(true, screen -> screen.progress("loading", 11, 10, 100)))
                .contains("100%");
    }

    private static String shown(boolean terminal, Consumer<Screen> actions) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        actions.accept(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
