package crm.ingest.imports;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import jakarta.ws.rs.core.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** What a request's headers say of the file in its body. */
final class UploadHeaders {

    private UploadHeaders() {}

    /** The charset that the media type names, if it does; another type than CSV is not taken. */
    static @Nullable Charset charset(@Nullable String type) {
        MediaType media = parse(type);
        if (media == null || !media.isCompatible(new MediaType("text", "csv")) || media.isWildcardType()) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "A file is sent as text/csv.");
        }
        String name = media.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (name == null) {
            return null;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The charset is not known.");
        }
    }

    private static @Nullable MediaType parse(@Nullable String type) {
        try {
            return type == null ? null : MediaType.valueOf(type);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** The file itself, out of whatever it is packed in. */
    static InputStream unpacked(InputStream body, @Nullable String encoding) throws IOException {
        String packed = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (packed) {
            case "identity", "" -> body;
            case "gzip", "x-gzip" -> gunzipped(body);
            default -> throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Packed only with gzip.");
        };
    }

    private static InputStream gunzipped(InputStream body) throws IOException {
        try {
            return new GZIPInputStream(body, 1 << 16);
        } catch (ZipException | EOFException noGzip) {
            throw new ProblemException(ProblemType.UNREADABLE, "The body is not gzip.");
        }
    }
}
