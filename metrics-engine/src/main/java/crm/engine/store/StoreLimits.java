package crm.engine.store;

/**
 * What a column store may take of its machine.
 *
 * @param memory as the database spells it: {@code 2GB}
 * @param threads for one question; as many questions are answered at once
 * @param attached tenants whose files are held open
 */
public record StoreLimits(String memory, int threads, int attached) {
    public StoreLimits {
        if (threads < 1 || attached < 1) {
            throw new IllegalArgumentException("a store needs a thread and a file");
        }
    }
}
