package crm.report.load;

import crm.tenant.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Visits, their completed goals and their page views. What names the same session belongs together, until nothing
 * happens for longer than the tenant's timeout of that day; a session of which the end was told is one visit whatever its pauses.
 */
final class WebVisits implements Derivation {

    private static final List<String> STATEMENTS = List.of("""
            CREATE TEMPORARY TABLE web_events AS
            WITH touched AS (
                SELECT DISTINCT id FROM touched_sessions
                WHERE id NOT IN (SELECT id FROM web_sessions WHERE is_bot OR is_internal)),
            happened AS (
                SELECT id AS session_id, started_at AS moment, 'start' AS kind, id AS event_id
                FROM web_sessions WHERE id IN (SELECT id FROM touched)
                UNION ALL
                SELECT session_id, occurred_at, 'view', id FROM page_views
                WHERE session_id IN (SELECT id FROM touched)
                UNION ALL
                SELECT session_id, occurred_at, 'goal', id FROM goal_completions
                WHERE session_id IN (SELECT id FROM touched)),
            paused AS (
                SELECT happened.*, CASE WHEN sessions.ended_at IS NULL
                        AND moment - lag(moment) OVER (PARTITION BY session_id ORDER BY moment) > {timeout}
                    THEN 1 ELSE 0 END AS pause
                FROM happened LEFT JOIN web_sessions sessions ON sessions.id = happened.session_id),
            numbered AS (
                SELECT *, sum(pause) OVER (PARTITION BY session_id ORDER BY moment) AS number FROM paused)
            SELECT *, session_id || CASE WHEN number = 0 THEN '' ELSE '#' || CAST(number + 1 AS INTEGER) END AS visit_id
            FROM numbered
            """, """
            CREATE TEMPORARY TABLE seen_pages AS
            SELECT events.visit_id, events.moment, views.id, coalesce(views.path, views.url) AS page, views.section,
                views.visitor_id, views.engagement_milliseconds,
                row_number() OVER (PARTITION BY events.visit_id, coalesce(views.path, views.url)
                    ORDER BY events.moment, views.id) = 1 AS is_first,
                row_number() OVER (PARTITION BY events.visit_id ORDER BY events.moment, views.id) = 1 AS is_landing
            FROM web_events events JOIN page_views views ON events.kind = 'view' AND views.id = events.event_id
            """, """
            INSERT INTO visits BY NAME
            WITH visited AS (
                SELECT visit_id, session_id, min(moment) AS first_at, max(moment) AS last_at,
                    count(*) FILTER (kind = 'view') AS page_views, count(*) FILTER (kind = 'goal') AS completions
                FROM web_events GROUP BY visit_id, session_id),
            pages AS (
                SELECT visit_id, min(page) FILTER (is_landing) AS landing_page, min(visitor_id) AS visitor_id,
                    sum(engagement_milliseconds) AS engaged
                FROM seen_pages GROUP BY visit_id),
            counted AS (
                SELECT session_id, count(*) AS visits FROM visited GROUP BY session_id),
            timed AS (
                SELECT visited.*, coalesce(greatest(sessions.ended_at, last_at), last_at) AS ended
                FROM visited LEFT JOIN web_sessions sessions ON sessions.id = visited.session_id)
            SELECT timed.visit_id AS id, timed.session_id,
                coalesce(sessions.visitor_id, pages.visitor_id, 'visit ' || timed.visit_id) AS visitor_id,
                coalesce(sessions.contact_id, sessions.lead_id, sessions.customer_id) AS known_id,
                CASE WHEN timed.visit_id = timed.session_id
                    THEN coalesce(sessions.landing_page, pages.landing_page)
                    ELSE pages.landing_page END AS landing_page,
                coalesce(sessions.source, sessions.utm_source) AS source,
                coalesce(sessions.medium, sessions.utm_medium) AS medium,
                coalesce(sessions.campaign_id, sessions.utm_campaign) AS campaign_id,
                sessions.device, sessions.country,
                first_at AS started_at, local_date(first_at) AS started_at_date,
                ended AS ended_at, local_date(ended) AS ended_at_date,
                timed.page_views, timed.completions,
                (epoch_us(ended) - epoch_us(first_at)) / 1e6 AS seconds,
                coalesce(CASE WHEN counted.visits = 1 THEN sessions.engagement_milliseconds END, pages.engaged)
                    / 1e3 AS engaged_seconds,
                ended = first_at AND timed.page_views + timed.completions <= 1 AS is_bounce
            FROM timed JOIN counted USING (session_id)
            LEFT JOIN web_sessions sessions ON sessions.id = timed.session_id
            LEFT JOIN pages ON pages.visit_id = timed.visit_id
            """, """
            INSERT INTO visit_goals BY NAME
            SELECT events.visit_id, events.session_id, done.goal_id, count(*) AS completions
            FROM web_events events JOIN goal_completions done ON events.kind = 'goal' AND done.id = events.event_id
            GROUP BY events.visit_id, events.session_id, done.goal_id
            """, """
            INSERT INTO page_view_facts BY NAME
            SELECT pages.id, pages.visit_id, visits.session_id, pages.page, pages.section, visits.known_id,
                visits.landing_page, visits.source, visits.medium, visits.campaign_id, visits.device, visits.country,
                pages.moment AS occurred_at, local_date(pages.moment) AS occurred_at_date, pages.is_first
            FROM seen_pages pages JOIN visits ON visits.id = pages.visit_id
            ORDER BY pages.moment
            """);

    @Override
    public Map<String, Set<String>> tables() {
        return Map.of(
                "visits", Set.of("web_sessions", "page_views", "goal_completions"),
                "visit_goals", Set.of("visits", "goal_completions"),
                "page_view_facts", Set.of("visits", "page_views"));
    }

    @Override
    public void derive(Changes changes) {
        if (!changes.areAbout("web-sessions", "page-views", "goal-completions")) {
            return;
        }
        Touched sessions = new Touched(changes, "touched_sessions")
                .by("web-sessions", "id")
                .by("page-views", "session_id")
                .by("goal-completions", "session_id");
        sessions.deleteFrom("visits", "session_id");
        sessions.deleteFrom("visit_goals", "session_id");
        sessions.deleteFrom("page_view_facts", "session_id");
        String timeout = changes.settings()
                .ruleOn(
                        "local_date(moment)",
                        Rule.SESSION_TIMEOUT_MINUTES,
                        minutes -> "INTERVAL " + minutes + " MINUTE");
        STATEMENTS.forEach(statement -> changes.run(statement.replace("{timeout}", timeout)));
    }
}
