package crm.ingest.tenant;

import crm.tenant.InvalidSettings;
import crm.tenant.SettingsChange;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's settings as a request gives them. */
final class SettingsBody {

    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("name", "timeZone", "currency", "weekStart", "fiscalYearStart"), RulesBody.NAMES.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final JsonBody body;
    private final SettingsChange wanted;
    private final RulesBody rules;

    SettingsBody(byte @Nullable [] bytes) {
        body = JsonBody.of(bytes, NAMES);
        wanted = new SettingsChange(
                body.text("name"),
                body.text("timeZone"),
                body.text("currency"),
                body.text("weekStart"),
                body.whole("fiscalYearStart"));
        rules = RulesBody.of(body);
    }

    /** The dated settings that are wanted, which {@link #applied} finds right. */
    RulesBody rules() {
        return rules;
    }

    /** Lets {@code settings} judge what is wanted, and refuses with its errors and those of the body together. */
    <T> T applied(Settlement<T> settings) {
        T result = null;
        try {
            result = settings.apply(wanted);
        } catch (InvalidSettings invalid) {
            invalid.errors().forEach(error -> body.add(error.field(), code(error.field()), sentence(error.detail())));
        }
        body.refuseIfWrong();
        if (result == null) {
            throw new IllegalStateException("settings were refused without an error");
        }
        return result;
    }

    private String code(String field) {
        return switch (field) {
            case "name" -> body.has(field) ? "invalid_text" : "missing";
            case "timeZone" -> "invalid_time_zone";
            case "currency" -> "invalid_currency";
            case "fiscalYearStart" -> "out_of_range";
            default -> "not_a_member";
        };
    }

    private static String sentence(String detail) {
        return Character.toUpperCase(detail.charAt(0)) + detail.substring(1) + '.';
    }

    /** Makes or changes a tenant. */
    @FunctionalInterface
    interface Settlement<T> {
        T apply(SettingsChange wanted) throws InvalidSettings;
    }
}
