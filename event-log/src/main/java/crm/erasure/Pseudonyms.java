package crm.erasure;

import java.security.SecureRandom;
import java.util.Random;
import java.util.stream.Collectors;

/** Names that say nothing, and that nobody can get the real ones back from. */
public final class Pseudonyms {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 20;
    private static final Random RANDOM = new SecureRandom();

    private Pseudonyms() {}

    public static String next() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(letter -> String.valueOf(LETTERS.charAt(letter)))
                .collect(Collectors.joining("", "erased-", ""));
    }
}
