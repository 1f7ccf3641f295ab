package crm.tenant;

/**
 * Who sent something: a tenant, by one of its keys.
 *
 * @param keyId the public part of the key
 */
public record Sender(TenantId tenant, String keyId) {

    private static final int LONGEST = 64;

    public Sender {
        if (keyId.isEmpty()
                || keyId.length() > LONGEST
                || !keyId.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new IllegalArgumentException("not a key's id");
        }
    }
}
