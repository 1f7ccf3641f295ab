package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.ingest.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Reads the worst bodies there are, each packed and plain where it is small enough, and says what became of each. */
final class Bombs {

    private static final int AT_ONCE = 1000;
    private static final int MOST = Limits.PUBLISHED.bytesInARequest();

    private Bombs() {}

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, Body> bomb : bombs().entrySet()) {
            Body body = bomb.getValue();
            long start = System.nanoTime();
            String packed = read(new SentBody(body.format(), true, body.packed()));
            String plain = body.size() <= MOST ? read(new SentBody(body.format(), false, body.plain())) : packed;
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            System.out.println(bomb.getKey() + ": " + packed + ", " + plain + ", " + milliseconds + " ms");
        }
        System.out.println("all read");
    }

    private static String read(SentBody body) {
        try {
            List<Verdict> verdicts = BatchParser.parse(Verdicting.kind("deals"), body, Verdicting.NOW);
            return verdicts.size() + " records";
        } catch (ProblemException refused) {
            return refused.problem().type().toString();
        }
    }

    private static Map<String, Body> bombs() {
        Map<String, Body> bombs = new LinkedHashMap<>();
        bombs.put("zeros", Body.of(BodyFormat.JSON, "", "\u0000", 60 << 20, ""));
        bombs.put("spaces", Body.of(BodyFormat.JSON, "", " ", 60 << 20, ""));
        for (BodyFormat format : BodyFormat.values()) {
            bombs.put("lines " + format, Body.of(format, "", "\n", MOST, ""));
            bombs.put("commas " + format, Body.of(format, "", ",", MOST, ""));
            bombs.put("lists " + format, Body.of(format, "", "[", MOST, ""));
            bombs.put("objects " + format, Body.of(format, "", "{\"a\":", MOST, ""));
            bombs.put("sevens " + format, Body.of(format, "[", "7,", MOST, "7]"));
        }
        bombs.put("one text", Body.of(BodyFormat.JSON, "{\"title\":\"", "x", MOST, "\"}"));
        bombs.put("one wide text", Body.of(BodyFormat.JSON, "{\"title\":\"", "\u20ac", MOST, "\"}"));
        bombs.put("one name", Body.of(BodyFormat.JSON, "{\"", "x", MOST, "\":1}"));
        bombs.put("one number", Body.of(BodyFormat.JSON, "{\"amount\":", "9", MOST, "}"));
        bombs.put("one exponent", Body.of(BodyFormat.JSON, "{\"amount\":1e", "9", 999, "}"));
        bombs.put("absurd exponents", Body.of(BodyFormat.JSON, "[", "{\"amount\":1e999999999},", 200_000, "{}]"));
        bombs.put("duplicates", Body.of(BodyFormat.JSON, "{", "\"id\":\"a\",", MOST, "\"id\":\"a\"}"));
        bombs.put("unknown", Body.of(BodyFormat.JSON, "{", "\"q\":0,", MOST, "\"q\":0}"));
        bombs.put("many errors", Body.of(BodyFormat.JSON, "[", record(1100), MOST - 5000, "{}]"));
        bombs.put(
                "many error lines", Body.of(BodyFormat.NDJSON, "", record(1100).replace("},", "}\n"), MOST, ""));
        bombs.put("wide records", Body.of(BodyFormat.NDJSON, "", wide(1100), MOST - 5000, ""));
        bombs.put("one line", Body.of(BodyFormat.NDJSON, "{\"title\":\"", "x", MOST, "\"}"));
        bombs.put("rows", Body.of(BodyFormat.CSV, "id,createdAt,title\n", row(1100), MOST - 5000, ""));
        bombs.put("one open quote", Body.of(BodyFormat.CSV, "id,createdAt,title\na,b,\"", "x\n", MOST, ""));
        bombs.put("one cell", Body.of(BodyFormat.CSV, "id,createdAt,title\na,b,", "x", MOST, "\n"));
        bombs.put("one header", Body.of(BodyFormat.CSV, "id,createdAt,", "title,", MOST, "\n"));
        bombs.put("nested cell", Body.of(BodyFormat.CSV, "id,createdAt,custom\na,b,", "[", 500_000, "\n"));
        return bombs;
    }

    private static String record(int bytes) {
        return "{" + "\"q\":0,".repeat((bytes - 10) / 6) + "\"q\":0},";
    }

    private static String wide(int bytes) {
        return "{\"id\":\"a\",\"createdAt\":\"2026-03-02T09:30:00Z\",\"custom\":{\"w\":\"\u20ac"
                + "x".repeat(bytes - 80) + "\"}}\n";
    }

    private static String row(int bytes) {
        return "a,2026-03-02T09:30:00Z," + "\u20acx".repeat(bytes / 4) + "\n";
    }

    /** A beginning, the same again and again up to a size, and an end; never there as a whole before it is read. */
    private record Body(BodyFormat format, byte[] beginning, byte[] again, int times, byte[] end) {

        static Body of(BodyFormat format, String beginning, String again, int size, String end) {
            byte[] repeated = again.getBytes(StandardCharsets.UTF_8);
            int room = size - beginning.length() - end.length();
            return new Body(
                    format, Verdicting.bytes(beginning), repeated, room / repeated.length, Verdicting.bytes(end));
        }

        long size() {
            return beginning.length + (long) again.length * times + end.length;
        }

        byte[] packed() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] many = new byte[again.length * AT_ONCE];
            for (int i = 0; i < AT_ONCE; i++) {
                System.arraycopy(again, 0, many, i * again.length, again.length);
            }
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(beginning);
                for (int left = times; left > 0; left -= AT_ONCE) {
                    out.write(many, 0, again.length * Math.min(left, AT_ONCE));
                }
                out.write(end);
            }
            return packed.toByteArray();
        }

        byte[] plain() {
            byte[] plain = new byte[(int) size()];
            System.arraycopy(beginning, 0, plain, 0, beginning.length);
            for (int i = 0; i < times; i++) {
                System.arraycopy(again, 0, plain, beginning.length + i * again.length, again.length);
            }
            System.arraycopy(end, 0, plain, plain.length - end.length, end.length);
            return plain;
        }
    }
}
