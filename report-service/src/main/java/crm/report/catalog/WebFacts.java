package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.MEDIUM;
import static crm.report.catalog.Dimensions.SOURCE;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Labels;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of the web site. */
final class WebFacts {

    private static final List<Dimension> OF_VISITS = List.of(
            Dimension.of("landingPage", "landing_page"),
            SOURCE,
            MEDIUM,
            CAMPAIGN,
            Dimension.of("device", "device"),
            Dimension.of("country", "country"),
            Dimension.known("knownContact", "known_id"));

    private static final List<String> SHOWN = List.of(
            "id",
            "session_id",
            "visitor_id",
            "started_at",
            "ended_at",
            "page_views",
            "completions",
            "seconds",
            "engaged_seconds",
            "is_bounce",
            "landing_page",
            "source",
            "medium",
            "campaign_id",
            "device",
            "country");

    static final Fact VISITS = new Fact("visits", "visits", List.of("id"), OF_VISITS, SHOWN);

    /** Each visit beside each goal that there is, with how often it was completed in that visit. */
    static final Fact VISITS_BY_GOAL = new Fact(
            "visits by goal",
            """
            (SELECT v.* REPLACE (coalesce(done.completions, 0) AS completions), goals.id AS goal_id
              FROM visits v
              CROSS JOIN (SELECT id FROM web_goals UNION SELECT goal_id FROM visit_goals) goals
              LEFT JOIN visit_goals done ON done.visit_id = v.id AND done.goal_id = goals.id)""",
            List.of("id", "goal_id"),
            Stream.concat(
                            OF_VISITS.stream(),
                            Stream.of(Dimension.of("goal", "goal_id", new Labels("web_goals", "id", "name"))))
                    .toList(),
            Stream.concat(SHOWN.stream(), Stream.of("goal_id")).toList());

    static final Fact PAGE_VIEWS = new Fact(
            "page views",
            "page_view_facts",
            List.of("id"),
            Stream.concat(
                            Stream.of(Dimension.of("page", "page"), Dimension.of("section", "section")),
                            OF_VISITS.stream())
                    .toList(),
            List.of(
                    "id",
                    "visit_id",
                    "session_id",
                    "occurred_at",
                    "page",
                    "section",
                    "is_first",
                    "landing_page",
                    "source",
                    "medium",
                    "campaign_id",
                    "device",
                    "country"));

    private WebFacts() {}
}
