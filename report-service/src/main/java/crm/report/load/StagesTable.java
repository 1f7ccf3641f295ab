package crm.report.load;

import crm.engine.sql.Sql;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.Row;
import java.util.Map;
import java.util.Set;

/** The stages of all pipelines; a stage that changed changes the deals that ever stood in its pipeline. */
final class StagesTable implements Derivation {

    private static final String STAGES = """
            CREATE TEMPORARY TABLE new_stages AS
            SELECT id AS pipeline_id, stage.id AS stage_id, stage.name AS name,
                stage.forecastCategory AS forecast_category, stage.order AS stage_order,
                stage.probability AS probability, coalesce(stage.isWon, false) AS is_won,
                coalesce(stage.isLost, false) AS is_lost, coalesce(stage.isUnqualified, false) AS is_unqualified,
                coalesce(stage.isProposalStage, false) AS is_proposal_stage
            FROM (
                SELECT id, unnest(from_json(stages, '[{"id": "VARCHAR", "name": "VARCHAR", "order": "BIGINT",
                    "probability": "DECIMAL(18, 4)", "forecastCategory": "VARCHAR", "isWon": "BOOLEAN",
                    "isLost": "BOOLEAN", "isUnqualified": "BOOLEAN", "isProposalStage": "BOOLEAN"}]')) AS stage
                FROM pipelines WHERE id IN (SELECT id FROM changed_pipelines))
            """;

    private static final String KEEP_CHANGED = """
            DELETE FROM changed_pipelines WHERE id NOT IN (
                SELECT pipeline_id FROM (
                    (SELECT * FROM new_stages EXCEPT SELECT * FROM stages)
                    UNION ALL
                    (SELECT * FROM stages WHERE pipeline_id IN (SELECT id FROM changed_pipelines)
                        EXCEPT SELECT * FROM new_stages)))
            """;

    private static final String DEALS_OF_STAGES = """
            INSERT INTO changed_deals
            SELECT id FROM {table}
            WHERE pipeline_id IN (SELECT id FROM changed_pipelines)
                OR pipeline_id IS NULL AND EXISTS (SELECT 1 FROM changed_pipelines)
            """;

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of("stages", Set.of("pipelines"));
    }

    @Override
    public void derive(Changes changes) {
        if (changes.isEmpty("changed_pipelines")) {
            return;
        }
        changes.run(STAGES);
        changes.run(KEEP_CHANGED);
        changes.run("DELETE FROM stages WHERE pipeline_id IN (SELECT id FROM changed_pipelines)");
        changes.run("INSERT INTO stages SELECT * FROM new_stages "
                + "WHERE pipeline_id IN (SELECT id FROM changed_pipelines) ORDER BY pipeline_id, stage_order");
        changes.run(DEALS_OF_STAGES.replace("{table}", "deals"));
        changes.run(DEALS_OF_STAGES.replace("{table}", "deals_history"));
    }

    static StageFlags read(Snapshot snapshot) {
        StageFlags flags = new StageFlags();
        for (Row row : snapshot.query(Sql.of("SELECT * FROM stages ORDER BY pipeline_id, stage_id, stage_order"))) {
            String pipeline = row.text("pipeline_id");
            String stage = row.text("stage_id");
            if (pipeline != null && stage != null) {
                flags.add(
                        pipeline,
                        stage,
                        new StageFlags.Stage(
                                row.flag("is_won")
                                        ? Outcome.WON
                                        : row.flag("is_lost")
                                                ? Outcome.LOST
                                                : row.flag("is_unqualified") ? Outcome.UNQUALIFIED : null,
                                row.decimal("probability"),
                                row.text("forecast_category")));
            }
        }
        return flags;
    }
}
