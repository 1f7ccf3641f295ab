package crm.report.load;

import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.record.RecordKind;
import java.util.List;

/** Columns of a record kind's own tables that are worked out of the record's other fields while it is loaded. */
final class ComputedColumns {

    /**
     * Calls: when handling ended (end of the work after the call, else of the call), how long handling took without
     * dialling, how long the caller waited (to the answer, else to the end), and whether the caller gave up in the
     * queue, the IVR or while it rang.
     */
    private static final List<Column> CALLS = List.of(
            new Column("handled_at", ColumnType.MOMENT),
            new Column("handled_at_date", ColumnType.DAY),
            new Column("lost_at", ColumnType.MOMENT),
            new Column("lost_at_date", ColumnType.DAY),
            new Column("pure_talk_seconds", ColumnType.REAL),
            new Column("handle_seconds", ColumnType.REAL),
            new Column("wait_seconds", ColumnType.REAL),
            new Column("abandoned_in", ColumnType.TEXT));

    private ComputedColumns() {}

    static List<Column> of(RecordKind kind) {
        return kind.collection().equals("calls") ? CALLS : List.of();
    }
}
