package crm.ingest.mapping;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a CSV is written.
 *
 * @param charset a byte order mark in the file says it better
 * @param separator between cells; absent: comma, semicolon or tab, whichever the header has most of
 */
public record FileFormat(Charset charset, @Nullable Character separator) {

    static final FileFormat USUAL = new FileFormat(StandardCharsets.UTF_8, null);
}
