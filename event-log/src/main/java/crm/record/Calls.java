package crm.record;

import static crm.record.Field.choice;
import static crm.record.Field.flag;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.seconds;
import static crm.record.Field.text;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Telephone calls, of sales and of service. */
@AutoService(KindDefinition.class)
public final class Calls implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "calls",
                "call",
                "A telephone call, made or received, answered or not.",
                choice("direction", "Who called whom.", "inbound", "outbound").mustBeGiven(),
                choice("purpose", "What it was for. Missing: other.", "sales", "service", "other"),
                choice("status", "Of a call that was planned as an activity.", "done", "scheduled", "cancelled"),
                text("from", 64, "Calling number.", "+3222000001").aboutAPerson(),
                text("to", 64, "Called number.", "+3222000002").aboutAPerson(),
                reference("agentId", "users", "Who made or took it.", "u-7"),
                reference("teamId", "teams", "The agent's team. Missing: told by the agent.", "t-north"),
                word("queueId", "The queue it waited in.", "support"),
                reference("customerId", "customers", "The account.", "c-17"),
                reference("contactId", "contacts", "The person.", "k-4"),
                reference("leadId", "leads", "The lead.", "l-204"),
                reference("dealId", "deals", "The opportunity it was about.", "d-17"),
                reference("caseId", "cases", "The service case it was about.", "s-31"),
                reference("campaignId", "campaigns", "The campaign it belongs to.", "spring-2026"),
                word("topic", "What it was about.", "contract"),
                word("source", "The telephone system.", "pbx-1"),
                happened("startedAt", "When it began.", "2026-03-02T09:30:00Z").mustBeGiven(),
                happened("queuedAt", "When it entered the queue.", "2026-03-02T09:30:05Z"),
                happened("ringingAt", "When an agent's phone rang.", "2026-03-02T09:30:20Z"),
                happened("answeredAt", "When it was answered. Missing: it was not.", "2026-03-02T09:30:31Z"),
                happened("endedAt", "When the talk ended.", "2026-03-02T09:36:31Z"),
                happened("wrappedUpAt", "When the work after it ended.", "2026-03-02T09:37:31Z"),
                choice("endedBy", "Who ended it.", "caller", "agent", "system"),
                choice("abandonStage", "Where the caller gave up.", "queue", "ivr", "ringing"),
                seconds("talkSeconds", "Talking.", "300"),
                seconds("holdSeconds", "On hold.", "30"),
                seconds("wrapSeconds", "Work after the call.", "60"),
                seconds("dialSeconds", "Dialling and ringing, of an outbound call.", "12"),
                flag("talkIncludesHold", "Whether talkSeconds already contain holdSeconds."),
                choice(
                        "outcome",
                        "How it ended.",
                        "connected",
                        "no_answer",
                        "voicemail",
                        "busy",
                        "wrong_number",
                        "overflow",
                        "callback",
                        "failed",
                        "other"),
                word("disposition", "The agent's own word for how it ended.", "interested"),
                flag("isCallback", "Whether it returns an earlier call."),
                reference("callbackRequestId", "callback-requests", "The request that it fulfils.", "cb-3"),
                reference("inReplyToCallId", "calls", "The call that it returns.", "call-9"),
                text("recordingUrl", 2000, "Where its recording lies.", "https://calls.example/9")
                        .aboutAPerson(),
                word("movedLifecycleTo", "The level that the lead rose to after it.", "SQL"));
    }
}
