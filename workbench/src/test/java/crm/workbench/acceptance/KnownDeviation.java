package crm.workbench.acceptance;

import crm.workbench.acceptance.Specmatic.Attempt;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the service rightly answers otherwise than a program concludes from its document; docs/correctness.md says why. */
enum KnownDeviation {

    /** An optional field may be null, which counts as not given. */
    NULL_IS_NOT_GIVEN("-ve .*mutated from .* to null", "Expected 4xx status, but received 20[0-2]"),

    /** An optional field may be an empty text, which counts as not given. */
    EMPTY_IS_NOT_GIVEN("-ve .*length lesser than minLength '1'", "Expected 4xx status, but received 20[0-2]"),

    /** Mappings, definitions, erasures and settings name kinds, fields, columns and time zones that must be there. */
    NAMES_GO_TOGETHER(
            "[+]ve .* /v1/(mappings|field-definitions|erasures|tenants)",
            "expected status 20[0-4] but .* status (404|409|422)");

    private final Pattern name;
    private final Pattern failure;

    KnownDeviation(String name, String failure) {
        this.name = Pattern.compile(name);
        this.failure = Pattern.compile(failure);
    }

    static Optional<KnownDeviation> of(Attempt attempt) {
        return Stream.of(values())
                .filter(each -> each.name.matcher(attempt.name()).find())
                .filter(each ->
                        each.failure.matcher(attempt.failure().orElse("")).find())
                .findFirst();
    }
}
