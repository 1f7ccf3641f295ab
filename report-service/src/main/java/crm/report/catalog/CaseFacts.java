package crm.report.catalog;

import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.REGION_OF_CUSTOMER;
import static crm.report.catalog.Ownership.ownerOf;
import static crm.report.catalog.Ownership.ownerOfDeed;
import static crm.report.catalog.Ownership.teamOf;
import static crm.report.catalog.Ownership.teamOfDeed;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Labels;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of service cases. */
final class CaseFacts {

    static final Dimension PRODUCT = Dimension.of("product", "product_id", new Labels("products", "id", "name"));

    private static final List<Dimension> OF_CASES = List.of(
            Dimension.of("queue", "queue_id"),
            CHANNEL,
            Dimension.of("type", "type"),
            Dimension.of("topic", "topic"),
            Dimension.of("priority", "priority"),
            Dimension.of("severity", "severity"),
            PRODUCT,
            CUSTOMER,
            Dimension.through("segment", "customer_id", "customers", "segment"),
            REGION_OF_CUSTOMER,
            Dimension.of("status", "status"),
            Dimension.of("reason", "reason"),
            Dimension.of("cause", "cause"),
            Dimension.of("category", "complaint_category"));

    private static final String OF_CASE = """
            c.status, c.queue_id, c.channel, c.type, c.topic, c.priority, c.severity, c.product_id, c.customer_id,
                c.reason, c.cause, c.complaint_category, c.is_complaint""";

    private static final List<String> SHOWN = List.of(
            "status",
            "owner_id",
            "team_id",
            "queue_id",
            "channel",
            "type",
            "topic",
            "priority",
            "severity",
            "product_id",
            "customer_id",
            "reason");

    static final Fact CASES = new Fact(
            "cases",
            "case_facts",
            List.of("id"),
            by(ownerOf("id", "cases"), teamOf("id", "cases")),
            shown(
                    "id",
                    "created_at",
                    "received_at",
                    "first_resolved_at",
                    "resolved_at",
                    "closed_at",
                    "resolution_seconds",
                    "resolution_business_seconds",
                    "resolution_agent_seconds",
                    "is_complaint",
                    "same_day"));

    /** What somebody of us did on a case, with what is known of the case; owner and team are those who did it. */
    static final Fact ACTIONS = new Fact(
            "actions on cases",
            """
            (SELECT a.id, a.case_id, a.kind, a.acted_at, a.acted_at_date, a.owner_id, a.team_id,
                a.actor_id, a.given_team_id, a.owners_case_id,
                %s
              FROM (
                SELECT id, case_id, kind, owner_id, team_id, actor_id, given_team_id, owners_case_id,
                  acted_at, acted_at_date FROM case_actions
                UNION ALL
                SELECT 'call ' || id, case_id, 'call', agent_id, team_id, agent_id, given_team_id, NULL,
                  started_at, started_at_date FROM calls
                WHERE case_id IS NOT NULL AND handled_at IS NOT NULL
                  AND coalesce(status, 'done') = 'done') a
              JOIN case_facts c ON c.id = a.case_id)""".formatted(OF_CASE),
            List.of("case_id", "id"),
            by(ownerOfDeed("actor_id", "owners_case_id"), teamOfDeed("actor_id", "owners_case_id")),
            shown("case_id", "kind", "acted_at"));

    /** Stretches in which cases were open. */
    static final Fact OPENINGS = new Fact(
            "openings of cases",
            """
            (SELECT o.case_id, o.opened_at, o.opened_at_date, o.done_at, o.done_at_date,
                c.owner_id, c.team_id, c.received_at,
                %s
              FROM case_openings o JOIN case_facts c ON c.id = o.case_id)""".formatted(OF_CASE),
            List.of("case_id", "opened_at"),
            by(ownerOf("case_id", "cases"), teamOf("case_id", "cases")),
            shown("case_id", "opened_at", "done_at"));

    private CaseFacts() {}

    private static List<Dimension> by(Dimension owner, Dimension team) {
        return Stream.concat(Stream.of(owner, team), OF_CASES.stream()).toList();
    }

    private static List<String> shown(String... first) {
        return Stream.concat(Stream.of(first), SHOWN.stream()).toList();
    }
}
