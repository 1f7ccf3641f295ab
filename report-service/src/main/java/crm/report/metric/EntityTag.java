package crm.report.metric;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names one state of what an address tells, as HTTP does.
 *
 * @param opaque letters, digits, {@code -} and {@code _}
 * @param weak whether equal tags mean equal content, but perhaps other bytes
 */
record EntityTag(String opaque, boolean weak) {

    private static final Pattern LISTED = Pattern.compile("(?:W/)?\"([^\"]*)\"");

    /** As the header {@code ETag} has it. */
    @Override
    public String toString() {
        return (weak ? "W/\"" : "\"") + opaque + '"';
    }

    /**
     * Whether values of the header {@code If-None-Match} name this state. Weak and strong tags are the same here, as
     * HTTP has it for this header.
     */
    boolean isIn(List<String> ifNoneMatch) {
        return ifNoneMatch.stream()
                .anyMatch(value -> value.strip().equals("*")
                        || LISTED.matcher(value).results().anyMatch(listed -> listed.group(1)
                                .equals(opaque)));
    }
}
