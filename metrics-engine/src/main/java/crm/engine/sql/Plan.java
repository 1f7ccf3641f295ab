package crm.engine.sql;

import crm.engine.model.Fact;
import crm.engine.model.Measure;
import crm.engine.model.Timing;
import java.util.List;

/** What has to be asked of the store for one question: one step for each fact and way of time. */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Measures that one statement can compute together, because their rows and their time are the same. */
    public record Step(Fact fact, Timing timing, List<Measure> measures) {
        public Step {
            measures = List.copyOf(measures);
        }
    }
}
