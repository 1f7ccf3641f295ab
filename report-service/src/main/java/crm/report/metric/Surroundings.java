package crm.report.metric;

import crm.engine.model.Metric;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What questions are read in. */
record Surroundings(Home home, Instant now) {

    QuestionReader reader(Metric metric, Map<String, List<String>> given) {
        return new QuestionReader(new Parameters(given), metric, home, now);
    }
}
