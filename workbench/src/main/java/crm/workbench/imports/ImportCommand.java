package crm.workbench.imports;

import com.fasterxml.jackson.databind.JsonNode;
import crm.workbench.launch.LaunchFailed;
import crm.workbench.launch.Screen;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/** Imports a file and shows how far it is: {@code make import FILE=deals.csv COLLECTION=deals}. */
public final class ImportCommand {

    /** What the program ends with where rows were refused. */
    static final int SOME_REFUSED = 2;

    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");
    private static final int BETWEEN_LOOKS = 250;
    private static final double MEBIBYTE = 1 << 20;

    private final ImportOrder order;
    private final ImportClient client;
    private final Screen screen;

    ImportCommand(ImportOrder order, Screen screen) {
        this.order = order;
        this.client = new ImportClient(order);
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        boolean terminal = "true".equals(System.getenv("CRM_TERMINAL")) && System.getenv("NO_COLOR") == null;
        Screen screen = new Screen(new PrintStream(System.out, true, StandardCharsets.UTF_8), terminal);
        try {
            System.exit(new ImportCommand(ImportOrder.of(System.getenv()), screen).run());
        } catch (LaunchFailed failed) {
            screen.failure(String.valueOf(failed.getMessage()));
            System.exit(1);
        }
    }

    /** What the program ends with: 0 where every row became a record or was one before. */
    int run() {
        JsonNode begun = client.upload(watcher());
        String self = begun.required("links").required("self").asText();
        screen.done("sent; it goes on by itself, also if you stop watching: " + self);
        JsonNode over = watch(self);
        tell(over);
        return keepErrors(over);
    }

    private LongConsumer watcher() {
        try {
            long size = Files.size(order.file());
            return sent -> screen.bar(
                    "sending",
                    (double) sent / size,
                    String.format(Locale.ROOT, "%,.1f of %,.1f MiB", sent / MEBIBYTE, size / MEBIBYTE));
        } catch (IOException failed) {
            throw new LaunchFailed("cannot read " + order.file(), failed);
        }
    }

    private JsonNode watch(String self) {
        JsonNode shown = client.show(self);
        while (!OVER.contains(shown.path("state").asText())) {
            String left = shown.path("estimatedEnd").asText("");
            screen.bar(
                    shown.path("state").asText(),
                    shown.path("percent").asDouble() / 100,
                    String.format(
                            Locale.ROOT,
                            "%,d rows, %,d refused%s",
                            shown.path("rowsRead").asLong(),
                            shown.path("rejected").asLong(),
                            left.isEmpty() ? "" : ", done about " + left));
            pause();
            shown = client.show(self);
        }
        return shown;
    }

    private void tell(JsonNode over) {
        String counts = String.format(
                Locale.ROOT,
                "%,d rows: %,d taken, %,d known before, %,d refused",
                over.path("rowsRead").asLong(),
                over.path("accepted").asLong(),
                over.path("duplicates").asLong(),
                over.path("rejected").asLong());
        switch (over.path("state").asText()) {
            case "done" -> screen.done(counts);
            case "cancelled" -> screen.failure("Somebody stopped it. " + counts);
            default -> screen.failure(over.path("failure").asText("It failed.") + " " + counts);
        }
        over.path("columns").path("ignored").forEach(column -> screen.line("  passed over: column " + column.asText()));
    }

    private int keepErrors(JsonNode over) {
        boolean refused = over.path("rejected").asLong() > 0;
        if (refused) {
            client.saveErrors(over.required("links").required("errors").asText(), order.errorsFile());
            screen.failure("the refused rows, each with its reason, are in " + order.errorsFile()
                    + "; mend them and import that file");
        }
        if (!over.path("state").asText().equals("done")) {
            return 1;
        }
        return refused ? SOME_REFUSED : 0;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailed("interrupted", interrupted);
        }
    }
}
