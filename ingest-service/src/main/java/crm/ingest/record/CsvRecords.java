package crm.ingest.record;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.csv.CsvRow;
import crm.ingest.csv.CsvRows;
import crm.ingest.csv.CsvUnreadable;
import crm.record.RecordKind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Reads records of which each has a row, below a header that names the fields. A row stands for a JSON object. */
final class CsvRecords {

    private final CsvColumns columns;
    private final SingleRecords records;

    private CsvRecords(RecordKind kind, List<String> header, Instant now) {
        this.columns = CsvColumns.of(kind, header);
        this.records = new SingleRecords(kind, now);
    }

    static void read(RecordKind kind, InputStream in, Instant now, Verdicts verdicts) {
        try {
            CsvRows rows = CsvRows.of(in, StandardCharsets.UTF_8, null);
            if (rows.header().isEmpty()) {
                throw new ProblemException(ProblemType.UNREADABLE, "The body is empty.");
            }
            CsvRecords records = new CsvRecords(kind, rows.header(), now);
            while (rows.hasNext()) {
                verdicts.add(records.read(rows.next()));
            }
        } catch (CsvUnreadable broken) {
            throw new ProblemException(ProblemType.UNREADABLE, broken.detail());
        }
    }

    private Verdict read(CsvRow row) {
        byte[] json = columns.json(row).getBytes(StandardCharsets.UTF_8);
        Verdict verdict = records.read(json, json.length);
        int cells = row.cells().size() + row.beyond();
        return cells == columns.count() ? verdict : refused(verdict, cells, json);
    }

    /** Which cell belongs to which column cannot be known, so that nothing else of the row is worth telling. */
    private Verdict refused(Verdict verdict, int cells, byte[] json) {
        String detail = "The row has " + cells + " cells, the header has " + columns.count() + '.';
        List<Violation> violations = List.of(Violation.at("", Fault.WRONG_CELL_COUNT.code(), detail));
        return switch (verdict) {
            case Verdict.Sound sound ->
                new Verdict.Refused(
                        sound.event().collection(),
                        sound.event().recordId(),
                        violations,
                        new String(json, StandardCharsets.UTF_8));
            case Verdict.Refused refused ->
                new Verdict.Refused(refused.collection(), refused.id(), violations, refused.payload());
        };
    }
}
