package crm.ingest.record;

import crm.http.problem.Violation;
import crm.ingest.limit.Limits;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one record, each with the place at which the reader stood. */
final class Findings {

    /** More errors than this help nobody, and would make answers far larger than requests. */
    static final int MOST = Limits.PUBLISHED.errorsOfARecord();

    private static final int LONGEST_NAME = 100;

    private final List<String> path = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    void enter(String name) {
        path.add(name);
    }

    void enter(int index) {
        path.add(Integer.toString(index));
    }

    void leave() {
        path.removeLast();
    }

    void add(Fault fault, String detail) {
        if (violations.size() < MOST) {
            violations.add(Violation.at(pointer(), fault.code(), detail));
        } else if (violations.size() == MOST) {
            violations.add(Violation.at("", Fault.TOO_MANY_ERRORS.code(), "Only the first " + MOST + " are listed."));
        }
    }

    /** Adds a fault of the part {@code name} of where the reader stands. */
    void addAt(String name, Fault fault, String detail) {
        enter(name);
        add(fault, detail);
        leave();
    }

    boolean isEmpty() {
        return violations.isEmpty();
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (String name : path) {
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
            pointer.append('/').append(shown.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
