package crm.log;

/** The log cannot take or give events now. Whether an append was stored is unknown: sending it again is free. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    LogUnavailable(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    LogUnavailable(Reason reason, Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why the log cannot be used. */
    public enum Reason {
        /** The database refused, broke off or failed. */
        DATABASE_AWAY,
        /** The database gave no sign for too long. */
        DATABASE_SILENT,
        /** Too much is waiting already; nothing of this was stored. */
        OVERLOADED,
        /** The log is closed; nothing of this was stored. */
        CLOSED
    }
}
