package crm.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import crm.ingest.limit.Limits;
import crm.ingest.world.RealDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** First lines and headers as large as they may be, and larger: the server answers at once and goes on. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class HeaderLimitsTest {

    private static final Limits LIMITS = Limits.PUBLISHED;
    private static final String HOST = "Host: localhost";

    @Test
    void aFirstLineOfTheMostBytesIsReadAndALongerOneIsTooLong() throws IOException {
        assertThat(status(firstLine(LIMITS.bytesOfTheFirstLine() - 1), HOST)).isEqualTo(401);
        assertThat(status(firstLine(LIMITS.bytesOfTheFirstLine()), HOST)).isEqualTo(401);
        assertThat(status(firstLine(LIMITS.bytesOfTheFirstLine() + 1), HOST)).isEqualTo(414);
        assertThat(status(firstLine(64 * LIMITS.bytesOfTheFirstLine()), HOST)).isEqualTo(414);
    }

    @Test
    void headersOfTheMostBytesAreReadAndLargerOnesAreTooLarge() throws IOException {
        assertThat(status("GET /v1/limits HTTP/1.1", headers(LIMITS.bytesOfTheHeaders() - 1)))
                .isEqualTo(401);
        assertThat(status("GET /v1/limits HTTP/1.1", headers(LIMITS.bytesOfTheHeaders())))
                .isEqualTo(401);
        assertThat(status("GET /v1/limits HTTP/1.1", headers(LIMITS.bytesOfTheHeaders() + 1)))
                .isEqualTo(431);
        assertThat(status("GET /v1/limits HTTP/1.1", HOST + "\r\nX-A: b".repeat(100_000)))
                .isEqualTo(431);
    }

    private static String firstLine(int bytes) {
        String start = "GET /v1/limits?x=";
        String end = " HTTP/1.1";
        return start + "a".repeat(bytes - start.length() - end.length()) + end;
    }

    /** Headers whose lines have so many bytes together, without what ends them. */
    private static String headers(int bytes) {
        String start = "X-Padding: ";
        return HOST + "\r\n" + start + "a".repeat(bytes - HOST.length() - start.length());
    }

    private static int status(String firstLine, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write((firstLine + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException serverHadEnough) {
                // its answer was sent before it closed
            }
            InputStream in = socket.getInputStream();
            String answer = new String(in.readNBytes("HTTP/1.1 000".length()), StandardCharsets.ISO_8859_1);
            assertThat(answer).matches("HTTP/1[.][01] [0-9]{3}");
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()));
        }
    }
}
