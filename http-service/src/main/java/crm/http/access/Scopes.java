package crm.http.access;

/** What a key may do, as the roles that operations name. */
public final class Scopes {

    /** Send records. */
    public static final String INGEST = "ingest";

    /** Ask questions. */
    public static final String REPORT = "report";

    /** Change settings and keys: of the key's own tenant, or of all with the installation's key. */
    public static final String ADMIN = "admin";

    private Scopes() {}
}
