package crm.report.load;

import crm.engine.store.ColumnStore.Writer;
import crm.log.LoggedEvent;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Writes a stretch of the log into the tables of its kinds; users first, since they tell the teams of the others. */
final class RecordBatch {

    private static final String USERS = "users";

    private final Writer writer;
    private final LoadSettings settings;
    private final Changes changes;

    RecordBatch(Changes changes) {
        this.writer = changes.writer();
        this.settings = changes.settings();
        this.changes = changes;
    }

    /** Writes the events and takes down the users they changed; what else they changed is left to the caller. */
    void write(Map<RecordKind, List<LoggedEvent>> events) {
        events.forEach((kind, some) -> {
            if (kind.collection().equals(USERS)) {
                write(kind, some, row -> row);
                changes.collect(USERS);
                Derivations.USERS.derive(changes);
            }
        });
        UserTeams teams = UserTeamsTable.read(writer);
        events.forEach((kind, some) -> {
            switch (kind.collection()) {
                case USERS -> {}
                case "calls" ->
                    write(kind, some, row -> {
                        CallTimes.complete(row);
                        return withTeam(row, teams, "agent_id", "started_at");
                    });
                case "leads" -> write(kind, some, row -> withTeam(row, teams, "owner_id", "created_at"));
                default -> write(kind, some, row -> row);
            }
        });
    }

    /** A kind that this version does not know yet is left out; a rebuild by one that knows it brings it in. */
    static Map<RecordKind, List<LoggedEvent>> byKind(List<LoggedEvent> events) {
        return events.stream().collect(Collectors.groupingBy(LoggedEvent::collection)).entrySet().stream()
                .filter(entry -> RecordKinds.ofCollection(entry.getKey()).isPresent())
                .collect(Collectors.toMap(
                        entry -> RecordKinds.ofCollection(entry.getKey()).orElseThrow(), Map.Entry::getValue));
    }

    private void write(RecordKind kind, List<LoggedEvent> events, UnaryOperator<TableRow> complete) {
        KindTable table = KindTable.of(kind);
        RecordParser parser = new RecordParser(table, settings.zone());
        KindLoader loader = new KindLoader(table);
        for (LoggedEvent event : events) {
            TableRow row = parser.parse(event);
            if (event.deleted()) {
                loader.addRevised(row.values(), true);
            } else if (event.revised()) {
                loader.addRevised(complete.apply(row).values(), false);
            } else {
                loader.addFresh(complete.apply(row).values());
            }
        }
        loader.write(writer);
    }

    private static TableRow withTeam(TableRow row, UserTeams teams, String user, String moment) {
        String given = row.text("team_id");
        row.put(ComputedColumns.GIVEN_TEAM, given);
        return given != null ? row : row.put("team_id", teams.teamOf(row.text(user), row.moment(moment)));
    }
}
