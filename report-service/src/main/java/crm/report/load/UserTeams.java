package crm.report.load;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which team a user belonged to at a time; before the first that is known of, to that one. */
final class UserTeams {

    private final Map<String, TreeMap<Instant, String>> teams = new HashMap<>();

    UserTeams add(String user, Instant since, String team) {
        teams.computeIfAbsent(user, key -> new TreeMap<>()).put(since, team);
        return this;
    }

    @Nullable
    String teamOf(@Nullable String user, @Nullable Instant moment) {
        TreeMap<Instant, String> history = user == null ? null : teams.get(user);
        if (history == null) {
            return null;
        }
        Map.Entry<Instant, String> entry = moment == null ? history.lastEntry() : history.floorEntry(moment);
        return entry == null ? history.firstEntry().getValue() : entry.getValue();
    }
}
