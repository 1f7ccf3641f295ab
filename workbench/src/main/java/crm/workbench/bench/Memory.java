package crm.workbench.bench;

import java.util.Locale;

/** Memory of both services, in MiB. */
record Memory(double ingest, double report) {

    static Memory of(Product product) {
        return new Memory(resident(product, "ingest-service"), resident(product, "report-service"));
    }

    private static double resident(Product product, String part) {
        return product.installation()
                .process(part)
                .map(Machine::residentMegabytes)
                .orElse(Double.NaN);
    }

    String told() {
        return String.format(Locale.ROOT, "%,.0f MiB ingest-service, %,.0f MiB report-service", ingest, report);
    }
}
