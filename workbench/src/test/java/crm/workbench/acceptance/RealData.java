package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A folder with data sets that nobody here made, and what is known about them. It is no part of the project: the system
 * property {@code crm.data} names it.
 */
final class RealData {

    static final String REASON =
            "no real data: name their folder, which holds answers.json and a folder for each data set, with -Dcrm.data=";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private RealData() {}

    /** Whether there is such a folder. */
    static boolean isThere() {
        return folder().isPresent();
    }

    /** The rows of a table without quoted cells; empty cells are left out. */
    static List<Map<String, String>> table(String file) throws IOException {
        List<String> lines = lines(folder().orElseThrow().resolve(file));
        String[] columns = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != columns.length) {
                throw new IOException(file + " has a row of another length: " + line);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < columns.length; column++) {
                if (!cells[column].isEmpty()) {
                    row.put(columns[column], cells[column]);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> lines(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllLines(file);
        }
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** The known answer to the question of that id. */
    static JsonNode answer(String id) throws IOException {
        for (JsonNode question :
                JSON.readTree(folder().orElseThrow().resolve("answers.json").toFile())) {
            if (question.required("id").asText().equals(id)) {
                return question.required("value");
            }
        }
        throw new IOException("answers.json knows no " + id);
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("crm.data"))
                .map(Path::of)
                .filter(folder -> Files.exists(folder.resolve("answers.json")));
    }
}
