package crm.workbench.launch;

/** Why the product did not start or did not stay up, in words for whoever started it. */
final class LaunchFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaunchFailed(String message) {
        super(message);
    }

    LaunchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
