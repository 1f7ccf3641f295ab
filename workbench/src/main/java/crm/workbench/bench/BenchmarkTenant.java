package crm.workbench.bench;

/** A tenant made for a measurement, with its keys. */
record BenchmarkTenant(String id, String ingestKey, String reportKey) {

    /** The tenant as the log names it. */
    long number() {
        return Long.parseLong(id.substring(id.indexOf('_') + 1), Character.MAX_RADIX);
    }
}
