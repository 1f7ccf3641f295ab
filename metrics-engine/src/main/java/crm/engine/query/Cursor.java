package crm.engine.query;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Where a page ends: the keys of its last row. Written so that it can stand in an address. */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor parse(String text) {
        try {
            byte[] plain = Base64.getUrlDecoder().decode(text);
            return new Cursor(Arrays.asList(new String(plain, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidQuery("cursor", "invalid_cursor", "not a cursor of ours");
        }
    }

    @Override
    public String toString() {
        byte[] plain = String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
