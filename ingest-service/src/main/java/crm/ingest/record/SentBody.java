package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.limit.Limits;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as it came: what it holds is unpacked only while it is being read.
 *
 * @param packed whether it is packed by gzip
 */
public record SentBody(BodyFormat format, boolean packed, byte[] bytes) {

    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii");

    static SentBody json(byte[] bytes) {
        return new SentBody(BodyFormat.JSON, false, bytes);
    }

    /** The body that its headers tell of; the problem of one that is not taken says what would be. */
    static SentBody of(@Nullable MediaType said, @Nullable String encoding, byte @Nullable [] bytes) {
        MediaType type = said == null ? MediaType.APPLICATION_JSON_TYPE : said;
        BodyFormat format = BodyFormat.of(type)
                .orElseThrow(() -> notTaken("Records are sent as application/json, application/x-ndjson or text/csv."));
        return of(format, type, encoding, bytes);
    }

    /** The body of a format that is known, of which the headers tell the rest. */
    static SentBody of(BodyFormat format, MediaType type, @Nullable String encoding, byte @Nullable [] bytes) {
        String charset = type.getParameters().getOrDefault("charset", "utf-8");
        if (!CHARSETS.contains(charset.toLowerCase(Locale.ROOT))) {
            throw notTaken("The charset is UTF-8; no other is taken.");
        }
        byte[] body = bytes == null ? new byte[0] : bytes;
        if (body.length > Limits.PUBLISHED.bytesInARequest()) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "A body has at most " + Limits.PUBLISHED.bytesInARequest() + " bytes.");
        }
        return new SentBody(format, isGzip(encoding), body);
    }

    private static boolean isGzip(@Nullable String encoding) {
        String name = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "identity", "" -> false;
            case "gzip", "x-gzip" -> true;
            default -> throw notTaken("The content encoding is gzip or none; no other is taken.");
        };
    }

    private static ProblemException notTaken(String detail) {
        return new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
    }

    /** What it holds, without a byte order mark; reading fails where that becomes more than is taken. */
    InputStream open() throws IOException {
        InputStream plain = new ByteArrayInputStream(bytes);
        return Utf8Stream.of(
                packed ? new CountedStream(new GZIPInputStream(plain), Limits.PUBLISHED.bytesInARequest()) : plain);
    }

    /** Whether no more than so many bytes have to be read, which a packed body does not tell. */
    boolean isReadWithin(int size) {
        return !packed && bytes.length <= size;
    }
}
