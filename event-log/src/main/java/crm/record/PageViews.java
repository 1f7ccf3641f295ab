package crm.record;

import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Page views: pages loaded in a visit. */
@AutoService(KindDefinition.class)
public final class PageViews implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "page-views",
                "page-view",
                "That a page was loaded in a visit.",
                reference("sessionId", "web-sessions", "The visit.", "w-12").mustBeGiven(),
                happened("occurredAt", "When.", "2026-03-02T09:30:00Z").mustBeGiven(),
                text("url", 2000, "The whole address.", "https://shop.example/roofs?page=2")
                        .aboutAPerson(),
                text("path", 2000, "Its path.", "/roofs"),
                text("title", 500, "Its title.", "Roofs"),
                word("section", "The part of the site.", "shop"),
                word("visitorId", "The visitor. Missing: the visit's.", "v-88").aboutAPerson(),
                text("referrer", 2000, "The page before.", "https://shop.example/"),
                whole("engagementMilliseconds", 0, 86_400_000, "Time in the foreground.", "9500"));
    }
}
