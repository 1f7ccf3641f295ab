package crm.record;

import static crm.record.Field.flag;
import static crm.record.Field.objects;
import static crm.record.Field.share;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Pipelines with their stages. */
@AutoService(KindDefinition.class)
public final class Pipelines implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "pipelines",
                "pipeline",
                "A way that deals go, with its stages in order.",
                word("name", "Name.", "Sales").mustBeGiven(),
                word("direction", "The direction of business it serves.", "roofs"),
                objects(
                        "stages",
                        200,
                        "The stages.",
                        "[{\"id\": \"proposal\", \"name\": \"Proposal\", \"order\": 3, \"probability\": 0.5}]",
                        word("id", "Id, unique in the pipeline.", "proposal").mustBeGiven(),
                        word("name", "Name.", "Proposal").mustBeGiven(),
                        whole("order", 0, 10_000, "Place among the stages.", "3")
                                .mustBeGiven(),
                        share("probability", "Chance that a deal in it is won, 0 to 1.", "0.5"),
                        word("forecastCategory", "Forecast category.", "best_case"),
                        flag("isWon", "Whether a deal that enters it is won."),
                        flag("isLost", "Whether a deal that enters it is lost."),
                        flag("isUnqualified", "Whether a deal that enters it is set aside."),
                        flag("isProposalStage", "Whether a deal that enters it has been sent a proposal."),
                        whole("expectedDays", 0, 10_000, "Days a deal should stay.", "10")));
    }
}
