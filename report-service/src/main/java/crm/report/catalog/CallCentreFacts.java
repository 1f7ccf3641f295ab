package crm.report.catalog;

import static crm.report.catalog.Dimensions.HOUR;
import static crm.report.catalog.Dimensions.USERS;
import static crm.report.catalog.Dimensions.WEEKDAY;
import static crm.report.catalog.Ownership.teamOfUser;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Labels;
import crm.engine.model.Fact;
import java.util.List;

/** Facts of service calls, callbacks and the requests for them. */
final class CallCentreFacts {

    private static final Dimension AGENT = Dimension.of("owner", "agent_id", USERS);
    private static final Dimension QUEUE = Dimension.of("queue", "queue_id");
    private static final Dimension TOPIC = Dimension.of("topic", "topic");
    private static final Labels PRODUCTS = new Labels("products", "id", "name");

    static final Fact CALLS = new Fact(
            "calls",
            "calls",
            List.of("id"),
            List.of(
                    AGENT,
                    teamOfUser("agent_id"),
                    QUEUE,
                    TOPIC,
                    Dimension.through("product", "case_id", "cases", "product_id", PRODUCTS),
                    WEEKDAY,
                    HOUR),
            List.of(
                    "id",
                    "direction",
                    "started_at",
                    "answered_at",
                    "ended_at",
                    "outcome",
                    "agent_id",
                    "team_id",
                    "queue_id",
                    "topic",
                    "case_id"));

    private static final List<Dimension> OF_CALLBACKS = List.of(
            AGENT,
            teamOfUser("agent_id"),
            QUEUE,
            TOPIC,
            Dimension.through("caseType", "case_id", "cases", "type"),
            Dimension.through("product", "case_id", "cases", "product_id", PRODUCTS),
            Dimension.through("segment", "customer_id", "customers", "segment"),
            HOUR);

    private static final List<String> SHOWN =
            List.of("id", "started_at", "agent_id", "team_id", "queue_id", "topic", "customer_id", "case_id");

    /** Calls in which we called somebody back; several attempts at one request are one callback. */
    static final Fact CALLBACKS = new Fact("callbacks", """
            (SELECT calls.*, coalesce('request ' || coalesce(calls.callback_request_id, requests.id),
                'call ' || calls.id) AS callback
              FROM calls
              LEFT JOIN cases ON cases.id = calls.case_id
              LEFT JOIN (
                SELECT fulfilled_call_id, min(id) AS id FROM callback_requests
                WHERE fulfilled_call_id IS NOT NULL GROUP BY fulfilled_call_id) requests
                ON requests.fulfilled_call_id = calls.id
              WHERE calls.direction = 'outbound' AND coalesce(calls.status, 'done') = 'done'
                AND (calls.is_callback OR calls.callback_request_id IS NOT NULL OR requests.id IS NOT NULL
                  OR calls.in_reply_to_call_id IS NOT NULL
                  OR calls.case_id IS NOT NULL
                    AND (cases.created_at IS NULL OR cases.created_at < calls.started_at)))""", List.of("id"), OF_CALLBACKS, SHOWN);

    /** Inbound calls of a customer about a case, with the time since that customer last called about it. */
    static final Fact REPEATS = new Fact("repeated calls", """
            (SELECT *, epoch_us(started_at) - lag(epoch_us(started_at)) OVER (
                PARTITION BY customer_id, case_id ORDER BY started_at, id) AS since_previous
              FROM calls
              WHERE direction = 'inbound' AND coalesce(status, 'done') = 'done'
                AND customer_id IS NOT NULL AND case_id IS NOT NULL)""", List.of("id"), OF_CALLBACKS, SHOWN);

    /** Requests to be called back, with when that was done: as told, else by the call named, else by one naming it. */
    static final Fact REQUESTS = new Fact(
            "callback requests",
            """
            (SELECT r.* EXCLUDE (team_id),
                r.team_id AS given_team_id,
                coalesce(r.team_id, teams.team_id) AS team_id,
                CASE WHEN r.done_at IS NOT NULL
                  THEN greatest(0, epoch_us(r.done_at) - epoch_us(r.requested_at)) / 1e6 END AS delay_seconds,
                coalesce(r.done_at > r.promised_at, TRUE)
                  AND (r.cancelled_at IS NULL OR r.cancelled_at > r.promised_at) AS is_late
              FROM (
                SELECT requests.*, coalesce(requests.fulfilled_at, told.started_at, naming.started_at) AS done_at
                FROM callback_requests requests
                LEFT JOIN calls told ON told.id = requests.fulfilled_call_id
                LEFT JOIN (
                  SELECT callback_request_id, min(started_at) AS started_at FROM calls
                  WHERE callback_request_id IS NOT NULL AND direction = 'outbound' AND handled_at IS NOT NULL
                    AND coalesce(status, 'done') = 'done'
                  GROUP BY callback_request_id) naming ON naming.callback_request_id = requests.id) r
              LEFT JOIN user_teams teams ON teams.user_id = r.agent_id AND teams.valid_from <= r.requested_at
                AND (teams.valid_to IS NULL OR r.requested_at < teams.valid_to))""",
            List.of("id"),
            OF_CALLBACKS,
            List.of(
                    "id",
                    "requested_at",
                    "promised_at",
                    "done_at",
                    "cancelled_at",
                    "delay_seconds",
                    "agent_id",
                    "team_id",
                    "queue_id",
                    "topic",
                    "customer_id",
                    "case_id"));

    private CallCentreFacts() {}
}
