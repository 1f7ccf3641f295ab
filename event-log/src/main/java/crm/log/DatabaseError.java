package crm.log;

import java.sql.SQLException;

/** What a database's error means for an append. */
enum DatabaseError {
    /** A key forbids a second row. */
    DUPLICATE_KEY,
    /** Another transaction was in the way; the same again may work. */
    IN_THE_WAY,
    /** Anything else: the connection cannot be trusted any more. */
    BROKEN;

    private static final int MYSQL_DUPLICATE_ENTRY = 1062;
    private static final int MYSQL_LOCK_WAIT_TIMEOUT = 1205;
    private static final int MYSQL_DEADLOCK = 1213;

    static DatabaseError of(SQLException error) {
        return switch (error.getErrorCode()) {
            case MYSQL_DUPLICATE_ENTRY -> DUPLICATE_KEY;
            case MYSQL_LOCK_WAIT_TIMEOUT, MYSQL_DEADLOCK -> IN_THE_WAY;
            default -> BROKEN;
        };
    }
}
