package crm.tenant;

import java.util.List;

/** Refuses settings, and tells everything that is wrong with them. */
public final class InvalidSettings extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Error> errors;

    /**
     * One thing that is wrong.
     *
     * @param field the setting's name, as in JSON
     * @param detail what it must be
     */
    public record Error(String field, String detail) {}

    InvalidSettings(List<Error> errors) {
        super("invalid settings: " + errors);
        this.errors = List.copyOf(errors);
    }

    public List<Error> errors() {
        return errors;
    }
}
