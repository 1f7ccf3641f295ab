package crm.ingest.csv;

/** Says in words for people why a CSV cannot be read from some place on. */
public final class CsvUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CsvUnreadable(String detail) {
        super(detail, null, false, false);
    }

    /** What is wrong, and on which line. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
