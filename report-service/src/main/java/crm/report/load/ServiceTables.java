package crm.report.load;

import static crm.report.load.FactTables.flags;
import static crm.report.load.FactTables.moments;
import static crm.report.load.FactTables.reals;
import static crm.report.load.FactTables.table;
import static crm.report.load.FactTables.text;
import static crm.report.load.FactTables.wholes;

import crm.engine.store.Table;
import java.util.List;

/** Derived tables of the web site, of mailing lists and of service. */
final class ServiceTables {

    /**
     * A visit to the web site: what happened in one session without a pause longer than the
     * tenant's session timeout. Robots and our own
     * people make none. A visitor whom nobody knows is one of their own. Known is the contact, lead or customer.
     */
    static final Table VISITS = table(
            "visits",
            text("id", "session_id", "visitor_id", "known_id", "landing_page", "source", "medium", "campaign_id"),
            text("device", "country"),
            moments("started_at", "ended_at"),
            wholes("page_views", "completions"),
            reals("seconds", "engaged_seconds"),
            flags("is_bounce"));

    /** How often a goal was completed in a visit. */
    static final Table VISIT_GOALS =
            table("visit_goals", text("visit_id", "session_id", "goal_id"), wholes("completions"));

    /** A page view with what is known of its visit; is first where the page was not seen before in that visit. */
    static final Table PAGE_VIEW_FACTS = table(
            "page_view_facts",
            text("id", "visit_id", "session_id", "page", "section", "known_id", "landing_page", "source", "medium"),
            text("campaign_id", "device", "country"),
            moments("occurred_at"),
            flags("is_first"));

    /** A stretch of time in which an address was on a list, and how it ended. */
    static final Table LIST_SUBSCRIPTIONS = table(
            "list_subscriptions",
            text("list_id", "address_hash", "source", "campaign_id", "form", "country", "ended_by"),
            moments("began_at", "ended_at"));

    /** A stretch of time in which an address was on at least one list, and how it ended. */
    static final Table ADDRESS_SUBSCRIPTIONS = table(
            "address_subscriptions",
            text("address_hash", "source", "campaign_id", "form", "country", "ended_by"),
            moments("began_at", "ended_at"));

    /**
     * A case as it stands. Resolved and closed are the last times, and only while they stand; first resolved stands or
     * not. Owner and team are those of the resolution, of an open case the present ones. Business seconds lie in the hours
     * of the case's calendar, agent seconds are those in which it did not wait for the customer.
     */
    static final Table CASE_FACTS = table(
            "case_facts",
            text("id", "status", "owner_id", "team_id", "queue_id", "channel", "type", "topic", "priority", "severity"),
            text("product_id", "customer_id", "reason", "cause", "complaint_category", "contract_id", "sla_policy_id"),
            flags("is_complaint", "same_day", "same_business_day", "by_next_business_day"),
            moments("created_at", "received_at", "first_resolved_at", "resolved_at", "closed_at"),
            reals("resolution_seconds", "resolution_business_seconds", "resolution_agent_seconds"),
            reals("first_seconds", "first_business_seconds", "first_agent_seconds"),
            reals("complaint_seconds", "complaint_business_seconds", "complaint_agent_seconds"));

    /** A stretch of time in which a case was open; a reopened case has several. */
    static final Table CASE_OPENINGS = table("case_openings", text("case_id"), moments("opened_at", "done_at"));

    /**
     * That somebody of us did something on a case; what was done on a merged case was done on the one that is left. Given
     * team is what the event names. A resolution that nobody is known to have made is its owner's, as owners case tells.
     */
    static final Table CASE_ACTIONS = table(
            "case_actions",
            text("id", "case_id", "kind", "owner_id", "team_id", "actor_id", "given_team_id", "owners_case_id"),
            moments("acted_at"));

    private ServiceTables() {}

    static List<Table> all() {
        return List.of(
                VISITS,
                VISIT_GOALS,
                PAGE_VIEW_FACTS,
                LIST_SUBSCRIPTIONS,
                ADDRESS_SUBSCRIPTIONS,
                CASE_FACTS,
                CASE_OPENINGS,
                CASE_ACTIONS);
    }
}
