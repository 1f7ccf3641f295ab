package crm.http.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where in the body, as a JSON pointer; absent where a parameter is wrong
 * @param parameter which parameter; absent where the body is wrong
 * @param code stable, for programs: {@code missing}
 * @param detail for people
 */
public record Violation(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

    public static Violation at(String pointer, String code, String detail) {
        return new Violation(pointer, null, code, detail);
    }

    public static Violation ofParameter(String parameter, String code, String detail) {
        return new Violation(null, parameter, code, detail);
    }
}
