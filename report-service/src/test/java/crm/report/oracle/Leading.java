package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Leads, counted one by one. */
final class Leading {

    static final Set<String> OF_LEADS = Set.of(
            "source",
            "medium",
            "channel",
            "campaign",
            "owner",
            "team",
            "territory",
            "region",
            "industry",
            "country",
            "status",
            "lifecycleLevel");
    private static final Set<String> NEVER = Set.of("spam", "test", "duplicate");
    private static final Set<String> STILL_OPEN = Set.of("new", "working", "nurturing");

    private final Known known;

    Leading(Known known) {
        this.known = known;
    }

    private List<Entity> prospects() {
        return known.surviving("leads").stream()
                .filter(lead -> !NEVER.contains(status(lead.now())))
                .toList();
    }

    private static String status(Version version) {
        return version.textOr("status", "new");
    }

    private Members members(Entity lead, @Nullable String status) {
        Version now = lead.now();
        return Members.none()
                .with("source", now.text("source"))
                .with("medium", now.text("medium"))
                .with("channel", now.text("channel"))
                .with("campaign", now.text("campaignId"))
                .with("owner", now.text("ownerId"))
                .with("team", known.team(now, "ownerId", now.needed("createdAt")))
                .today("team", known.teamToday(now, "ownerId"))
                .with("territory", now.text("territoryId"))
                .with("region", now.text("region"))
                .with("industry", now.text("industry"))
                .with("country", now.text("country"))
                .with("status", status)
                .with("lifecycleLevel", now.text("lifecycleLevel"));
    }

    Counted by(String moment) {
        return by(moment, lead -> true);
    }

    Counted by(String moment, Predicate<Version> counted) {
        return new Counted(OF_LEADS, period -> prospects().stream()
                .filter(lead -> period.has(lead.now().moment(moment)) && counted.test(lead.now()))
                .map(lead -> Row.of(members(lead, lead.now().text("status"))))
                .toList());
    }

    /** When somebody of us contacted a lead, first first; a call and its note are one contact. */
    private List<Instant> contacts(Entity lead) {
        List<Instant> contacts = new ArrayList<>();
        for (Entity each : known.all("calls")) {
            Version call = each.now();
            if (lead.id().equals(call.text("leadId"))
                    && "outbound".equals(call.text("direction"))
                    && Callings.happened(call)) {
                contacts.add(call.needed("startedAt"));
            }
        }
        for (Entity each : known.all("activities")) {
            Version done = each.now();
            String about = done.has("leadId")
                    ? done.text("leadId")
                    : "lead".equals(done.text("regardingType")) ? done.text("regardingId") : null;
            boolean isContact =
                    Set.of("call", "email", "text", "meeting", "visit").contains(done.textOr("type", ""))
                            && !"inbound".equals(done.text("direction"))
                            && done.textOr("status", "done").equals("done")
                            && known.find("calls", done.text("callId")).isEmpty();
            if (lead.id().equals(about) && isContact && done.has("doneAt")) {
                contacts.add(done.needed("doneAt"));
            }
        }
        contacts.sort(Comparator.naturalOrder());
        return contacts;
    }

    /** Leads by their first contact; if asked, only those contacted again within so many days. */
    Counted contacted(OptionalInt again) {
        return new Counted(OF_LEADS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity lead : prospects()) {
                List<Instant> contacts = contacts(lead);
                if (contacts.isEmpty() || !period.has(contacts.getFirst())) {
                    continue;
                }
                boolean soon = again.isEmpty()
                        || (contacts.size() > 1
                                && !contacts.get(1)
                                        .isAfter(contacts.getFirst().plus(Duration.ofDays(again.getAsInt()))));
                if (soon) {
                    rows.add(Row.of(members(lead, lead.now().text("status"))));
                }
            }
            return rows;
        });
    }

    /** How long it took to contact a lead first. */
    Counted responses(boolean sinceAssignment) {
        return new Counted(OF_LEADS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity lead : prospects()) {
                List<Instant> contacts = contacts(lead);
                Instant start = lead.now().moment(sinceAssignment ? "assignedAt" : "createdAt");
                if (!contacts.isEmpty() && start != null && period.has(contacts.getFirst())) {
                    double seconds = Math.max(0, Seconds.between(start, contacts.getFirst()));
                    rows.add(new Row(members(lead, lead.now().text("status")), BigDecimal.valueOf(seconds), ""));
                }
            }
            return rows;
        });
    }

    /** Leads that were being worked on just before the end of the period. */
    Counted open() {
        return new Counted(OF_LEADS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity lead : prospects()) {
                String status = statusJustBefore(lead, period.end());
                if (STILL_OPEN.contains(status)) {
                    rows.add(Row.of(members(lead, status)));
                }
            }
            return rows;
        });
    }

    private static String statusJustBefore(Entity lead, Instant at) {
        if (!lead.now().needed("createdAt").isBefore(at)) {
            return "";
        }
        List<Map<String, Object>> history = lead.now().objects("statusHistory");
        if (history.isEmpty()) {
            String status = status(lead.versions().getFirst());
            for (Version version : lead.versions()) {
                status = version.at().isBefore(at) ? status(version) : status;
            }
            return status;
        }
        return history.stream()
                .filter(each -> ((Instant) Objects.requireNonNull(each.get("changedAt"))).isBefore(at))
                .max(Comparator.comparing(each -> (Instant) Objects.requireNonNull(each.get("changedAt"))))
                .map(each -> (String) Objects.requireNonNull(each.get("status")))
                .orElse("new");
    }
}
