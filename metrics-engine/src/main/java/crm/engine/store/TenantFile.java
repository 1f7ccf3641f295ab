package crm.engine.store;

import crm.engine.sql.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's file: attached when it is needed, made when there is none, thrown away when it was made for other tables.
 *
 * <p>Sessions are opened and closed inside {@link #use}; what takes the file away from them ({@link #delete},
 * {@link #takeOver}) waits until none is left. A file that was thrown away never has a successor of the same name: the
 * database lets go of a file some time after it was detached.
 */
final class TenantFile {

    private static final System.Logger LOG = System.getLogger(TenantFile.class.getName());
    private static final Duration LETTING_GO = Duration.ofSeconds(10);

    private final StoreFolder folder;
    private final String tenant;
    private final List<Table> tables;
    private final Database database;
    private final ReentrantReadWriteLock attachment = new ReentrantReadWriteLock(true);
    private final ReentrantLock attaching = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock(true);
    private final Deque<Session> idle = new ArrayDeque<>();
    private volatile Path path;
    private volatile boolean attached;
    private volatile @Nullable StoreState known;
    private volatile @Nullable Path damaged;
    private volatile long lastUse;

    /** The database that files are attached to. */
    interface Database {
        Session session(String catalog) throws SQLException;

        void execute(String statement) throws SQLException;
    }

    /** What is done with a session. */
    interface Work<T> {
        T with(Session session);
    }

    TenantFile(StoreFolder folder, String tenant, Path path, List<Table> tables, Database database) {
        this.folder = folder;
        this.tenant = tenant;
        this.path = path;
        this.tables = tables;
        this.database = database;
    }

    boolean isAttached() {
        return attached;
    }

    long lastUse() {
        return lastUse;
    }

    /** One at a time writes; whoever reads goes on seeing what was committed before. */
    ReentrantLock writing() {
        return writing;
    }

    /** What the file contains; once it is known, without asking it. */
    StoreState state() {
        StoreState before = known;
        return before != null ? before : read(session -> learn(session.watermark()));
    }

    /** Only what is in use cannot be replaced meanwhile, so this is called in the use of a file. */
    private synchronized StoreState learn(Watermark watermark) {
        StoreState before = known;
        if (before == null || before.watermark().position() <= watermark.position()) {
            known = new StoreState(catalog(), watermark);
        }
        return Objects.requireNonNull(known);
    }

    /** Reads within one transaction. */
    <T> T read(Work<T> work) {
        return use(() -> {
            Session session = borrow();
            try {
                session.begin();
                T result = work.with(session);
                session.end();
                giveBack(session);
                return result;
            } catch (RuntimeException | Error failure) {
                session.close();
                throw failure;
            }
        });
    }

    /** Writes within one transaction, in a session of its own, so that nothing temporary outlives it. */
    void write(Watermark watermark, Work<?> work) {
        writing.lock();
        try {
            use(() -> {
                inOwnSession(work);
                return learn(watermark);
            });
        } finally {
            writing.unlock();
        }
    }

    /** Closes the file unless it is in use at this moment. */
    boolean detachIfUnused() {
        if (!attachment.writeLock().tryLock()) {
            return false;
        }
        try {
            return detach();
        } finally {
            attachment.writeLock().unlock();
        }
    }

    /** Throws the file away; the next use makes another. */
    void delete() {
        attachment.writeLock().lock();
        try {
            detach();
            replacePath(folder.next(path));
        } finally {
            attachment.writeLock().unlock();
        }
    }

    /** The file that a rebuild fills while this one goes on answering. */
    TenantFile beside() {
        return new TenantFile(folder, tenant, folder.unfinished(folder.next(path)), tables, database);
    }

    /** Puts another file in the place of this one. A crash leaves the one or the other, whole. */
    void takeOver(TenantFile other) {
        other.finish();
        attachment.writeLock().lock();
        try {
            detach();
            Path next = folder.next(path);
            folder.move(other.path, next);
            replacePath(next);
        } finally {
            attachment.writeLock().unlock();
        }
    }

    /** Closes the file with everything in it and nothing beside it. */
    private void finish() {
        read(Session::watermark);
        attachment.writeLock().lock();
        try {
            database.execute("CHECKPOINT " + Session.quoted(catalog()));
            detach();
            if (Files.exists(StoreFolder.log(path))) {
                throw new IllegalStateException("not everything is in " + path.getFileName());
            }
        } catch (SQLException failure) {
            throw new StoreFailure("finishing " + path.getFileName(), failure);
        } finally {
            attachment.writeLock().unlock();
        }
    }

    private <T> T use(Supplier<T> work) {
        lastUse = System.nanoTime();
        attachment.readLock().lock();
        Path used = path;
        try {
            attach();
            used = path;
            return work.get();
        } catch (StoreFailure failure) {
            if (Damage.isToldBy(failure)) {
                damaged = used;
            }
            throw failure;
        } finally {
            attachment.readLock().unlock();
            throwAwayIfDamaged();
        }
    }

    /** A damaged file answers nothing any more; the next one is filled from the log. */
    private void throwAwayIfDamaged() {
        if (damaged == null || attachment.getReadHoldCount() > 0) {
            return;
        }
        attachment.writeLock().lock();
        try {
            if (path.equals(damaged)) {
                tellDamage();
                detach();
                replacePath(folder.next(path));
            }
            damaged = null;
        } finally {
            attachment.writeLock().unlock();
        }
    }

    private <T> T inOwnSession(Work<T> work) {
        try (Session session = open()) {
            session.begin();
            try {
                T result = work.with(session);
                session.commit();
                return result;
            } catch (RuntimeException | Error failure) {
                rollBack(session, failure);
                throw failure;
            }
        }
    }

    private static void rollBack(Session session, Throwable failure) {
        try {
            session.rollback();
        } catch (StoreFailure alreadyOver) {
            failure.addSuppressed(alreadyOver);
        }
    }

    private void attach() {
        if (attached) {
            return;
        }
        attaching.lock();
        try {
            if (!attached) {
                String madeFor = attachUndamaged();
                if (!madeFor.isEmpty() && !madeFor.equals(Fingerprint.of(tables))) {
                    database.execute("DETACH " + Session.quoted(catalog()));
                    replacePath(folder.next(path));
                    attachFile();
                    madeFor = "";
                }
                if (madeFor.isEmpty()) {
                    inOwnSession(this::create);
                }
                attached = true;
            }
        } catch (SQLException failure) {
            throw new StoreFailure("attaching " + path.getFileName(), failure);
        } finally {
            attaching.unlock();
        }
    }

    /** Tells what the attached file was made for; nothing where it is new, or took the place of a damaged one. */
    private String attachUndamaged() throws SQLException {
        try {
            attachFile();
        } catch (SQLException failure) {
            if (!Damage.isToldBy(failure)) {
                throw failure;
            }
            tellDamage();
            replacePath(folder.next(path));
            attachFile();
        }
        return inOwnSession(this::fingerprint);
    }

    private void tellDamage() {
        LOG.log(System.Logger.Level.ERROR, "store file damaged, made anew from the log file={0}", path.getFileName());
    }

    private void attachFile() throws SQLException {
        String attach = "ATTACH '" + path.toString().replace("'", "''") + "' AS " + Session.quoted(catalog());
        long deadline = System.nanoTime() + LETTING_GO.toNanos();
        while (true) {
            try {
                database.execute(attach);
                return;
            } catch (SQLException failure) {
                boolean stillHeld = String.valueOf(failure.getMessage()).contains("file handle conflict");
                if (!stillHeld || System.nanoTime() > deadline) {
                    throw failure;
                }
                LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            }
        }
    }

    /** What the file was made for; nothing where it is new. */
    private String fingerprint(Session session) {
        Sql made = Sql.of(
                "SELECT 1 FROM duckdb_tables() WHERE database_name = ? AND table_name = 'store_state'", catalog());
        if (session.query(made).isEmpty()) {
            return "";
        }
        Row state = session.query(Sql.of("SELECT fingerprint FROM store_state")).getFirst();
        return String.valueOf(state.text("fingerprint"));
    }

    private boolean create(Session session) {
        session.execute(Sql.of("""
                CREATE TABLE store_state (position BIGINT, received_at TIMESTAMP, fingerprint VARCHAR, tables VARCHAR)
                """));
        session.execute(
                Sql.of("INSERT INTO store_state VALUES (0, TIMESTAMP '1970-01-01', ?, '')", Fingerprint.of(tables)));
        return true;
    }

    private boolean detach() {
        if (!attached) {
            return false;
        }
        try {
            synchronized (idle) {
                idle.forEach(Session::close);
                idle.clear();
            }
            database.execute("DETACH " + Session.quoted(catalog()));
            attached = false;
            return true;
        } catch (SQLException failure) {
            throw new StoreFailure("detaching " + path.getFileName(), failure);
        }
    }

    private void replacePath(Path next) {
        Path old = path;
        path = next;
        known = null;
        folder.delete(old);
    }

    private Session borrow() {
        synchronized (idle) {
            Session session = idle.pollLast();
            if (session != null) {
                return session;
            }
        }
        return open();
    }

    private void giveBack(Session session) {
        synchronized (idle) {
            idle.addLast(session);
        }
    }

    private Session open() {
        try {
            return database.session(catalog());
        } catch (SQLException failure) {
            throw new StoreFailure("opening " + path.getFileName(), failure);
        }
    }

    /** The database's name for this file: the file's own, which is none of the database's names. */
    private String catalog() {
        return path.getFileName().toString();
    }
}
