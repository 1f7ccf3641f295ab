package crm.ingest.mapping;

import java.util.regex.Pattern;

/** Names of mappings: they stand in addresses. */
final class MappingName {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** What stands in the address of the list of ready ones. */
    private static final String TAKEN = "ready";

    private MappingName() {}

    static String of(MappingNode body) {
        String name = body.required("name");
        if (!name.isEmpty() && (!NAME.matcher(name).matches() || name.equals(TAKEN))) {
            body.add("name", "invalid_text", "1 to 64 small letters, digits and hyphens; not \"ready\".");
        }
        return name;
    }
}
