package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Specmatic, a program that makes requests from an OpenAPI document, sends them and compares the answers with the
 * document. It is no part of the project: {@code .ci/specmatic} fetches it, and the system property {@code crm.specmatic}
 * names it.
 */
final class Specmatic {

    static final String REASON = "no program that makes requests: name it with -Dcrm.specmatic=$(.ci/specmatic)";

    /** Requests that the program makes of one operation by combining the fields that may be there. */
    private static final String COMBINATIONS = "2";

    private static final Pattern NAME = Pattern.compile("display-name: .*> (.*Scenario: .*)");

    private Specmatic() {}

    /**
     * A request that was sent.
     *
     * @param name what was asked, what was special about it, and which answer the document promises
     * @param failure how the answer differed from the promise, if it did
     */
    record Attempt(String name, Optional<String> failure) {}

    /** Whether the program is there. */
    static boolean isThere() {
        return !System.getProperty("crm.specmatic", "").isEmpty();
    }

    /** Sends everything that can be made from the document, in a folder for its notes. */
    static List<Attempt> attempts(JsonNode document, URI service, String key, Path folder, Duration limit)
            throws IOException {
        Path file = folder.resolve("document.json");
        Files.writeString(file, document.toString());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(
                        java.toString(),
                        "-jar",
                        System.getProperty("crm.specmatic"),
                        "test",
                        "--testBaseURL=" + service,
                        "--junitReportDir=" + folder,
                        "--timeout=60",
                        file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("conversation.log").toFile());
        builder.environment().put("SPECMATIC_GENERATIVE_TESTS", "true");
        builder.environment().put("MAX_TEST_REQUEST_COMBINATIONS", COMBINATIONS);
        builder.environment().put(SaidOnce.SCHEME, key);
        await(builder.start(), limit);
        return read(folder.resolve("TEST-junit-jupiter.xml"));
    }

    private static void await(Process program, Duration limit) {
        try {
            if (!program.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                program.destroyForcibly();
                throw new IllegalStateException("not done after " + limit);
            }
        } catch (InterruptedException interrupted) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String name(Element each) {
        Matcher told = NAME.matcher(each.getTextContent());
        return told.find() ? told.group(1) : each.getAttribute("name");
    }

    private static List<Attempt> read(Path report) throws IOException {
        List<Attempt> attempts = new ArrayList<>();
        try {
            NodeList cases = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getElementsByTagName("testcase");
            for (int index = 0; index < cases.getLength(); index++) {
                Element each = (Element) cases.item(index);
                NodeList failures = each.getElementsByTagName("failure");
                Optional<String> failure = failures.getLength() == 0
                        ? Optional.empty()
                        : Optional.of(failures.item(0).getTextContent().replaceAll("(?s)\n\tat .*", ""));
                attempts.add(new Attempt(name(each), failure));
            }
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(broken);
        }
        return attempts;
    }
}
