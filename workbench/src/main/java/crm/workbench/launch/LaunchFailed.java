package crm.workbench.launch;

/** Why the product did not start or did not stay up, in words for whoever started it. */
public final class LaunchFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LaunchFailed(String message) {
        super(message);
    }

    public LaunchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
