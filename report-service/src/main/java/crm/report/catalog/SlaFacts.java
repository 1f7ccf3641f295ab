package crm.report.catalog;

import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Ownership.ownerOf;
import static crm.report.catalog.Ownership.ownerOfDeed;
import static crm.report.catalog.Ownership.teamOf;
import static crm.report.catalog.Ownership.teamOfDeed;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Labels;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of what was promised to customers of service. */
final class SlaFacts {

    private static final List<Dimension> OF_CASES = List.of(
            Dimension.of("policy", "policy_id", new Labels("sla_policies", "id", "name")),
            Dimension.of("priority", "priority"),
            Dimension.of("queue", "queue_id"),
            CHANNEL,
            CaseFacts.PRODUCT,
            CUSTOMER,
            Dimension.of("contract", "contract_id"));

    /** Targets, each with when it is decided: when it was fulfilled, or due at the latest. */
    static final Fact TARGETS = new Fact(
            "targets",
            """
            (SELECT t.id, t.case_id, t.kind, t.started_at, t.started_at_date, t.due_at, t.fulfilled_at,
                coalesce(t.fulfilled_at <= t.due_at, FALSE) AS is_met,
                least(t.fulfilled_at, t.due_at) AS decided_at,
                least(t.fulfilled_at_date, t.due_at_date) AS decided_at_date,
                greatest(t.started_at, least(t.fulfilled_at, t.due_at, t.cancelled_at)) AS ended_at,
                greatest(t.started_at_date, least(t.fulfilled_at_date, t.due_at_date, t.cancelled_at_date))
                  AS ended_at_date,
                coalesce(t.cancelled_at <= least(t.fulfilled_at, t.due_at), FALSE) AS is_cancelled,
                coalesce(t.policy_id, c.sla_policy_id) AS policy_id,
                coalesce(t.agent_id, c.owner_id) AS owner_id,
                t.agent_id AS actor_id, t.team_id AS given_team_id,
                CASE WHEN t.agent_id IS NULL THEN t.case_id END AS owners_case_id,
                coalesce(t.team_id, CASE WHEN t.agent_id IS NULL THEN c.team_id ELSE teams.team_id END) AS team_id,
                c.priority, c.queue_id, c.channel, c.product_id, c.customer_id, c.contract_id
              FROM sla_targets t
              LEFT JOIN case_facts c ON c.id = t.case_id
              LEFT JOIN user_teams teams ON teams.user_id = t.agent_id
                AND teams.valid_from <= least(t.fulfilled_at, t.due_at)
                AND (teams.valid_to IS NULL OR least(t.fulfilled_at, t.due_at) < teams.valid_to)
              WHERE t.case_id NOT IN (SELECT id FROM cases WHERE merged_into IS NOT NULL OR is_internal))""",
            List.of("id"),
            Stream.concat(
                            Stream.of(
                                    Dimension.of("targetType", "kind"),
                                    ownerOfDeed("actor_id", "owners_case_id"),
                                    teamOfDeed("actor_id", "owners_case_id")),
                            OF_CASES.stream())
                    .toList(),
            List.of(
                    "id",
                    "case_id",
                    "kind",
                    "started_at",
                    "due_at",
                    "fulfilled_at",
                    "decided_at",
                    "is_met",
                    "policy_id",
                    "owner_id",
                    "team_id"));

    /** Closed cases that had a target, and whether all were met: of each kind, and without a kind of all kinds. */
    static final Fact CASES = new Fact(
            "cases with targets",
            """
            (SELECT c.id, c.closed_at, c.closed_at_date, targets.kind, targets.is_met,
                c.sla_policy_id AS policy_id, c.owner_id, c.team_id, c.priority, c.queue_id, c.channel,
                c.product_id, c.customer_id, c.contract_id
              FROM case_facts c
              JOIN (
                SELECT t.case_id, t.kind, bool_and(coalesce(t.fulfilled_at <= t.due_at, FALSE)) AS is_met
                FROM sla_targets t JOIN case_facts ON case_facts.id = t.case_id
                WHERE NOT coalesce(t.cancelled_at <= least(t.fulfilled_at, t.due_at), FALSE)
                  AND (t.fulfilled_at IS NOT NULL OR t.due_at <= case_facts.closed_at)
                GROUP BY GROUPING SETS ((t.case_id), (t.case_id, t.kind))) targets ON targets.case_id = c.id)""",
            List.of("id"),
            Stream.concat(Stream.of(ownerOf("id", "cases"), teamOf("id", "cases")), OF_CASES.stream())
                    .toList(),
            List.of("id", "closed_at", "is_met", "policy_id", "owner_id", "team_id"));

    private SlaFacts() {}
}
