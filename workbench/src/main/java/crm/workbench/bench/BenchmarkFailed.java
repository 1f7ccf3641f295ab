package crm.workbench.bench;

/** Why nothing could be measured. */
final class BenchmarkFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchmarkFailed(String message) {
        super(message);
    }

    BenchmarkFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
