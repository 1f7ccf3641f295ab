package crm.ingest.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes ids of rows that have none: a hash of some of their cells behind a prefix. A row's number would do worse: a
 * file exported again, or the refused rows mended and sent again, number the same rows otherwise.
 *
 * @param cells places of the cells that tell rows apart
 */
record RowId(String prefix, List<Integer> cells) {

    private static final int BYTES = 16;

    RowId {
        cells = List.copyOf(cells);
    }

    String of(List<String> row) {
        MessageDigest digest = digest();
        for (int cell : cells) {
            byte[] text = row.get(cell).strip().getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            digest.update(text);
        }
        return prefix + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }
}
