package crm.log;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a batch's sender stores in the transaction that makes the batch durable: both or neither. It may be asked more
 * than once, where a transaction has to be begun again, and is not asked where the batch is stale.
 */
@FunctionalInterface
public interface Companion {

    /**
     * Stores it on the transaction's connection, and leaves the commit to the log.
     *
     * @param receipt what becomes of the batch
     * @throws Superseded where the batch is not to be stored after all
     */
    void store(Connection connection, Receipt receipt) throws SQLException;
}
