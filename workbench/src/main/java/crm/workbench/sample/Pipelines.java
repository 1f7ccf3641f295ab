package crm.workbench.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two ways that deals go: new business, and renewals. */
final class Pipelines implements SampleKind {

    static final String SALES = "p-sales";
    static final String RENEWALS = "p-renewals";

    private static final List<Stage> SALES_STAGES = List.of(
            new Stage("qualify", "Qualify", 0.1, "pipeline", null),
            new Stage("discovery", "Discovery", 0.25, "pipeline", null),
            new Stage("proposal", "Proposal", 0.5, "best_case", null),
            new Stage("negotiation", "Negotiation", 0.75, "commit", null),
            new Stage("won", "Won", 1, "closed", "isWon"),
            new Stage("lost", "Lost", 0, "omitted", "isLost"),
            new Stage("unqualified", "Unqualified", 0, "omitted", "isUnqualified"));

    private static final List<Stage> RENEWAL_STAGES = List.of(
            new Stage("due", "Due", 0.7, "best_case", null),
            new Stage("offered", "Offered", 0.85, "commit", null),
            new Stage("renewed", "Renewed", 1, "closed", "isWon"),
            new Stage("churned", "Churned", 0, "omitted", "isLost"));

    @Override
    public String collection() {
        return "pipelines";
    }

    @Override
    public long count() {
        return 2;
    }

    @Override
    public List<String> records(long number) {
        return List.of(
                number == 0
                        ? pipeline(SALES, "New business", SALES_STAGES)
                        : pipeline(RENEWALS, "Renewals", RENEWAL_STAGES));
    }

    private static String pipeline(String id, String name, List<Stage> stages) {
        return RecordWriter.of(id)
                .text("name", name)
                .objects("stages", stages, (json, stage) -> stage.write(json, stages.indexOf(stage) + 1))
                .end();
    }

    private record Stage(
            String id,
            String name,
            double probability,
            String forecast,
            @Nullable String outcome) {
        void write(RecordWriter json, int order) {
            json.text("id", id)
                    .text("name", name)
                    .number("order", order)
                    .decimal("probability", probability)
                    .text("forecastCategory", forecast);
            if (outcome != null) {
                json.flag(outcome, true);
            }
            json.flag("isProposalStage", id.equals("proposal") || id.equals("offered"));
        }
    }
}
