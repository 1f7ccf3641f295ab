package crm.ingest.imports;

import crm.http.problem.Violation;
import crm.ingest.erasure.Memory;
import crm.ingest.record.Passage;
import crm.ingest.record.Verdict;
import crm.log.Batch;
import crm.log.Companion;
import crm.log.Event;
import crm.log.Receipt;
import crm.log.Refusal;
import crm.log.Superseded;
import crm.tenant.Sender;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Some rows of an import that become durable together with how far it has come. Whoever is not the import's worker any
 * more, or does not stand where it stands, stores nothing.
 */
final class ImportStep implements Companion {

    private static final String CONFLICT = "updatedAt: The same version of the record is stored with other content.";
    private static final int LONGEST_REASON = 4_000;

    private final ImportId id;
    private final String worker;
    private final Progress before;
    private final long keptAtMost;
    private final Clock clock;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private long size;
    private long bytesRead;

    ImportStep(ImportId id, String worker, Progress before, long keptAtMost, Clock clock) {
        this.id = id;
        this.worker = worker;
        this.before = before;
        this.keptAtMost = keptAtMost;
        this.clock = clock;
        this.bytesRead = before.bytes();
    }

    void add(List<String> row, Verdict verdict) {
        rows.add(row);
        verdicts.add(verdict);
        row.forEach(cell -> size += cell.length());
    }

    /** How far the file was read for it. */
    void readTo(long bytes) {
        bytesRead = Math.max(bytesRead, bytes);
    }

    int rows() {
        return rows.size();
    }

    /** About as many bytes as its rows have. */
    long size() {
        return size;
    }

    /** The same rows without anybody who was erased: of a row that names them only its number stays. */
    ImportStep through(Memory memory) {
        if (memory.isEmpty()) {
            return this;
        }
        ImportStep passed = new ImportStep(id, worker, before, keptAtMost, clock);
        for (int index = 0; index < rows.size(); index++) {
            List<String> row = rows.get(index);
            Verdict verdict = verdicts.get(index);
            Verdict after = Passage.through(memory, verdict);
            if (after.equals(verdict) && !memory.mentions(ImportRows.json(row))) {
                passed.add(row, verdict);
            } else {
                passed.add(
                        Collections.nCopies(row.size(), ""),
                        after instanceof Verdict.Refused refused ? Passage.erased(refused.collection()) : after);
            }
        }
        passed.readTo(bytesRead);
        return passed;
    }

    /** What the log is to store, as it was checked against {@code memory}. */
    Batch batch(Sender sender, Memory memory) {
        return new Batch(sender, events(), refusals(), false, memory.generation(), null).with(this);
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Sound sound) {
                events.add(sound.event());
            }
        }
        return events;
    }

    /** Only counted by the log; their rows are kept here. */
    private List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Refused refused) {
                refusals.add(new Refusal(refused.collection(), null, null, new TreeSet<>(), "[]"));
            }
        }
        return refusals;
    }

    /** How far the import has come once {@code receipt} is given. */
    Progress after(Receipt receipt) {
        long accepted = count(receipt, Receipt.Outcome.ACCEPTED);
        long duplicates = count(receipt, Receipt.Outcome.DUPLICATE);
        return new Progress(
                bytesRead,
                before.rows() + rows.size(),
                before.accepted() + accepted,
                before.duplicates() + duplicates,
                before.rejected() + rows.size() - accepted - duplicates,
                receipt.position());
    }

    private static long count(Receipt receipt, Receipt.Outcome outcome) {
        return receipt.outcomes().stream().filter(outcome::equals).count();
    }

    @Override
    public void store(Connection connection, Receipt receipt) throws SQLException {
        move(connection, after(receipt));
        List<RefusedRow> refused = refused(receipt);
        long room = Math.max(0, keptAtMost - before.rejected());
        if (!refused.isEmpty() && room > 0) {
            RefusedRows.insert(connection, id, refused.stream().limit(room).toList());
        }
    }

    private void move(Connection connection, Progress after) throws SQLException {
        String update = """
                UPDATE import_job SET bytes_read = ?, rows_read = ?, accepted = ?, duplicates = ?, rejected = ?,
                    position = ?, seen_at = ?
                WHERE id = ? AND owner = ? AND state = 'running' AND rows_read = ?
                """;
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setLong(1, after.bytes());
            statement.setLong(2, after.rows());
            statement.setLong(3, after.accepted());
            statement.setLong(4, after.duplicates());
            statement.setLong(5, after.rejected());
            statement.setObject(6, after.position());
            statement.setLong(7, ImportRows.microseconds(clock.instant()));
            statement.setLong(8, id.number());
            statement.setString(9, worker);
            statement.setLong(10, before.rows());
            if (statement.executeUpdate() != 1) {
                throw new Superseded("the import stands elsewhere");
            }
        }
    }

    private List<RefusedRow> refused(Receipt receipt) {
        List<RefusedRow> refused = new ArrayList<>();
        int sound = 0;
        for (int index = 0; index < rows.size(); index++) {
            long number = before.rows() + index + 1;
            switch (verdicts.get(index)) {
                case Verdict.Refused wrong ->
                    refused.add(new RefusedRow(number, rows.get(index), reason(wrong.violations())));
                case Verdict.Sound stored -> {
                    if (receipt.outcomes().get(sound++) == Receipt.Outcome.CONFLICT) {
                        refused.add(new RefusedRow(number, rows.get(index), CONFLICT));
                    }
                }
            }
        }
        return refused;
    }

    private static String reason(List<Violation> violations) {
        String reason = violations.stream().map(ImportStep::reason).collect(Collectors.joining(" "));
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason;
    }

    private static String reason(Violation violation) {
        String pointer = violation.pointer();
        return pointer == null || pointer.isEmpty()
                ? violation.detail()
                : pointer.substring(1).replace('/', '.') + ": " + violation.detail();
    }
}
