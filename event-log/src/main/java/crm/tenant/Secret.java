package crm.tenant;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** The secret part of a key: 256 random bits, of which only the hash is kept. */
record Secret(String text) {

    private static final int BITS = 256;
    private static final int LENGTH = 50;

    static Secret random(SecureRandom random) {
        return new Secret(letters(random, BITS, LENGTH));
    }

    /** Random bits as lower-case letters and digits, always as many. */
    static String letters(SecureRandom random, int bits, int length) {
        String digits = new BigInteger(bits, random).toString(Character.MAX_RADIX);
        return "0".repeat(length - digits.length()) + digits;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java knows SHA-256", impossible);
        }
    }

    /** Takes as long for a wrong secret that is nearly right as for any other. */
    boolean hasHash(byte[] expected) {
        return MessageDigest.isEqual(hash(), expected);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
