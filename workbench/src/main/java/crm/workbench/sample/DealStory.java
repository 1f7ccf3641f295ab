package crm.workbench.sample;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a deal from its creation to the end of the sample world.
 *
 * @param lead the number of the lead it came from, or -1
 * @param customer the number of its customer
 * @param isFirst whether it brought its customer
 * @param seller who works on it at first
 * @param steps the stages it enters, the first at its creation
 */
record DealStory(
        long number,
        Instant createdAt,
        long lead,
        long customer,
        boolean isFirst,
        int seller,
        String dealType,
        String source,
        String pipeline,
        double amount,
        List<Step> steps) {

    /** The entry into a stage. */
    record Step(String stage, Instant at) {}

    DealStory {
        steps = List.copyOf(steps);
    }

    String id() {
        return "d-" + (number + 1);
    }

    /** Its outcome when it has come to the step with this index. */
    String statusAt(int step) {
        return switch (steps.get(step).stage()) {
            case "won", "renewed" -> "won";
            case "lost", "churned" -> "lost";
            case "unqualified" -> "unqualified";
            default -> "open";
        };
    }

    String status() {
        return statusAt(steps.size() - 1);
    }

    Instant lastStepAt() {
        return steps.getLast().at();
    }

    @Nullable
    Instant wonAt() {
        return status().equals("won") ? lastStepAt() : null;
    }
}
