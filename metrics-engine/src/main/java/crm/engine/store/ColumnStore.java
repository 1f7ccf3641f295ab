package crm.engine.store;

import crm.engine.sql.Sql;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Facts in columns, a database of its own for each tenant. Derived from the log: it can be thrown away and rebuilt.
 *
 * <p>The tenant is named by lower-case letters, digits and underscores. A store is made for a fixed list of tables, and
 * every tenant has all of them, empty at first; what a table takes of the machine it takes from its first row on.
 * Statements name them without a schema; the store resolves them within the tenant.
 */
public interface ColumnStore extends AutoCloseable {

    /** How far this tenant's store has followed the log. */
    default Watermark watermark(String tenant) {
        return state(tenant).watermark();
    }

    /** What the tenant's store contains, without asking it. */
    StoreState state(String tenant);

    /** Asks several things of one snapshot of a tenant. */
    <T> T read(String tenant, Function<Snapshot, T> question);

    /** Writes in one transaction, the watermark included: all of it or nothing. */
    void load(String tenant, Watermark watermark, Consumer<Writer> work);

    /** Forgets a tenant's rows and its watermark. */
    void drop(String tenant);

    /** Forgets a tenant that nobody names any more, in its rows and in memory. */
    void discard(String tenant);

    /**
     * Builds a tenant anew beside the old store, which goes on answering, and puts the new one in its place at the end.
     * {@code loads} may call {@link #load} on the given store, for this tenant, any number of times.
     */
    void rebuild(String tenant, Consumer<ColumnStore> loads);

    /** Names of all tenants that have a store. */
    List<String> tenants();

    @Override
    void close();

    /** One consistent state of a tenant. */
    interface Snapshot {
        /** How far this state has followed the log. */
        Watermark watermark();

        /** Another one after each rebuild, as in {@link StoreState}. */
        String generation();

        /** Rows in the statement's order. */
        List<Row> query(Sql sql);
    }

    /** What may be done inside one load. */
    interface Writer extends Snapshot {
        /** Makes a table that is empty, and gone at the end of the load. */
        void createTemporary(Table table);

        /** Appends rows, each with a value for every column, typed as the table says. */
        void append(Table table, Iterable<? extends List<?>> rows);

        /** Runs a statement and tells how many rows it changed. */
        long execute(Sql sql);
    }
}
