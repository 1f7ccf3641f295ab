package crm.workbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The text of a run: shown while it grows, kept at the end. */
final class Report {

    private final StringBuilder text = new StringBuilder();

    Report(String title) {
        text.append("# ").append(title).append("\n");
    }

    Report line(String line) {
        text.append('\n').append(line.strip()).append('\n');
        return this;
    }

    Report section(String title, String body) {
        text.append("\n## ").append(title).append("\n\n").append(body.strip()).append('\n');
        return this;
    }

    void keep(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
