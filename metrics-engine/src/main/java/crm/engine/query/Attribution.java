package crm.engine.query;

/** To whom a row belongs where that may change. */
public enum Attribution {
    /** To whom it belonged when it happened. */
    AT_EVENT,
    /** To whom it belongs now. */
    CURRENT
}
