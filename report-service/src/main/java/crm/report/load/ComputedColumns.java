package crm.report.load;

import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.record.RecordKind;
import java.util.List;

/** Columns of a record kind's own tables that are worked out of the record's other fields while it is loaded. */
final class ComputedColumns {

    /** The team that the record itself names, beside the one that counts. */
    static final String GIVEN_TEAM = "given_team_id";

    /**
     * Calls: when handling ended (end of the work after the call, else of the call; of answered calls only), how long it
     * took without dialling, when an inbound call was offered (queuedAt, else startedAt), how long the caller waited (to
     * the answer, else to the end), and, of a call lost before an answer, whether the caller gave up in the queue, the
     * ivr or while it was ringing. Where the record names no team, team_id is that of the agent at the time of the call.
     */
    private static final List<Column> CALLS = List.of(
            new Column("handled_at", ColumnType.MOMENT),
            new Column("handled_at_date", ColumnType.DAY),
            new Column("offered_at", ColumnType.MOMENT),
            new Column("offered_at_date", ColumnType.DAY),
            new Column("pure_talk_seconds", ColumnType.REAL),
            new Column("handle_seconds", ColumnType.REAL),
            new Column("wait_seconds", ColumnType.REAL),
            new Column("abandoned_in", ColumnType.TEXT),
            new Column(GIVEN_TEAM, ColumnType.TEXT));

    /** Leads: team_id is that of the owner at the time of creation where the record names none. */
    private static final List<Column> LEADS = List.of(new Column(GIVEN_TEAM, ColumnType.TEXT));

    private ComputedColumns() {}

    static List<Column> of(RecordKind kind) {
        return switch (kind.collection()) {
            case "calls" -> CALLS;
            case "leads" -> LEADS;
            default -> List.of();
        };
    }
}
