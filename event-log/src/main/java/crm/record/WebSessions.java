package crm.record;

import static crm.record.Field.flag;
import static crm.record.Field.happened;
import static crm.record.Field.reference;
import static crm.record.Field.text;
import static crm.record.Field.whole;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Visits to the web site. */
@AutoService(KindDefinition.class)
public final class WebSessions implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "web-sessions",
                "web-session",
                "A visit to the web site.",
                word("visitorId", "The visitor, by the sender.", "v-88").aboutAPerson(),
                reference("contactId", "contacts", "The contact, where known.", "k-4"),
                reference("leadId", "leads", "The lead, where known.", "l-204"),
                reference("customerId", "customers", "The account, where known.", "c-17"),
                happened("startedAt", "When it began.", "2026-03-02T09:30:00Z").mustBeGiven(),
                happened("endedAt", "When it ended. Missing: at its last page view.", "2026-03-02T09:41:00Z"),
                text("landingPage", 2000, "The first page seen.", "https://shop.example/roofs"),
                text("referrer", 2000, "Where the visitor came from.", "https://search.example/"),
                word("source", "Source.", "newsletter"),
                word("medium", "Medium.", "email"),
                reference("campaignId", "campaigns", "The campaign that brought it.", "spring-2026"),
                word("utmSource", "utm_source.", "newsletter"),
                word("utmMedium", "utm_medium.", "email"),
                word("utmCampaign", "utm_campaign.", "spring"),
                word("utmTerm", "utm_term.", "roof"),
                word("utmContent", "utm_content.", "header"),
                word("device", "Device.", "mobile"),
                text("country", 2, "ISO 3166-1 alpha-2 code.", "BE"),
                flag("isBot", "Whether it was a known robot: it does not count."),
                flag("isInternal", "Whether it was one of us: it does not count."),
                whole("engagementMilliseconds", 0, 86_400_000, "Time with the page in the foreground.", "95000"));
    }
}
