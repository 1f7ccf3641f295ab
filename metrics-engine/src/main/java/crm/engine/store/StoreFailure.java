package crm.engine.store;

/** The column store could not do what it was asked: a wrong statement, a full disk, a file held by someone else. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreFailure(String doing, Throwable cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
