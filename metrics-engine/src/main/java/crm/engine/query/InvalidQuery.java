package crm.engine.query;

import java.util.List;

/** A question that cannot be asked, with everything that is wrong with it. */
public final class InvalidQuery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidQuery(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public InvalidQuery(String parameter, String code, String detail) {
        this(List.of(new Fault(parameter, code, detail)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** One thing that is wrong: with which parameter, as a stable code, and in words. */
    public record Fault(String parameter, String code, String detail) {}
}
