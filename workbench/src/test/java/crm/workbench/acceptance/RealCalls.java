package crm.workbench.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The data set {@code pwc_calls}, a call centre of eight agents, as records. It does not tell when callers who gave up
 * did so: their calls have no end.
 */
final class RealCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm:ss", Locale.ROOT);

    private final List<Map<String, String>> calls = RealData.table("pwc_calls/calls.csv");

    RealCalls() throws IOException {}

    List<ObjectNode> users() {
        return calls.stream()
                .map(call -> cell(call, "Agent"))
                .distinct()
                .map(agent -> JSON.createObjectNode().put("id", id(agent)).put("name", agent))
                .toList();
    }

    List<ObjectNode> calls() {
        return calls.stream().map(RealCalls::call).toList();
    }

    private static ObjectNode call(Map<String, String> call) {
        Instant began = LocalDate.parse(cell(call, "Date"))
                .atTime(LocalTime.parse(cell(call, "Time"), TIME))
                .toInstant(ZoneOffset.UTC);
        ObjectNode json = JSON.createObjectNode()
                .put("id", cell(call, "Call Id"))
                .put("direction", "inbound")
                .put("purpose", "service")
                .put("agentId", id(cell(call, "Agent")))
                .put("topic", cell(call, "Topic"))
                .put("startedAt", began.toString())
                .put("queuedAt", began.toString());
        if (!cell(call, "Answered (Y/N)").equals("Y")) {
            return json.put("endedBy", "caller");
        }
        Instant answered = began.plusSeconds(Long.parseLong(cell(call, "Speed of answer in seconds")));
        Duration talk = Duration.between(LocalTime.MIDNIGHT, LocalTime.parse(cell(call, "AvgTalkDuration"), TIME));
        return json.put("answeredAt", answered.toString())
                .put("endedAt", answered.plus(talk).toString())
                .put("talkSeconds", talk.toSeconds());
    }

    private static String id(String agent) {
        return agent.toLowerCase(Locale.ROOT);
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no " + column + " in " + row);
        }
        return cell;
    }
}
