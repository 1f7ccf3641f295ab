package crm.report.metric;

import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lets others ask about metrics as the metrics' own addresses do. */
@ApplicationScoped
public class Inquiries {

    private final Asking asking;

    Inquiries(Asking asking) {
        this.asking = asking;
    }

    /**
     * Waits for the data that must be in the answer, then asks one snapshot.
     *
     * @param given the request's parameters; what must be in the answer is read of them
     */
    public <T> T at(TenantId tenant, Map<String, List<String>> given, Function<Inquiry, T> asked) {
        return asking.read(
                tenant,
                FreshnessReader.read(new Parameters(given)),
                given,
                (snapshot, surroundings) -> asked.apply(new Inquiry(snapshot, surroundings)));
    }
}
