package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.Violation;
import crm.log.Event;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads bodies as the tests write them. */
final class Verdicting {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Verdicting() {}

    static RecordKind kind(String collection) {
        return RecordKinds.ofCollection(collection).orElseThrow();
    }

    static List<Verdict> read(BodyFormat format, String collection, String body) {
        return BatchParser.parse(kind(collection), new SentBody(format, false, bytes(body)), NOW);
    }

    static List<Verdict> readPacked(BodyFormat format, String collection, byte[] packed) {
        return BatchParser.parse(kind(collection), new SentBody(format, true, packed), NOW);
    }

    static Event sound(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound sound -> sound.event();
            case Verdict.Refused refused -> throw new AssertionError(refused.violations());
        };
    }

    static Verdict.Refused refused(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refused refused -> refused;
            case Verdict.Sound sound -> throw new AssertionError(sound.event().data());
        };
    }

    /** What is wrong, shortly: {@code /amount invalid_number}. */
    static List<String> faults(Verdict verdict) {
        return faults(refused(verdict).violations());
    }

    static List<String> faults(ProblemException problem) {
        return faults(problem.problem().errors());
    }

    private static List<String> faults(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.code())
                .toList();
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
