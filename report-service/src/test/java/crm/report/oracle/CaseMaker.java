package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import crm.report.oracle.Worlds.Made;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Random cases: told by versions, by a history, by events or by all of them; reopened, merged, internal. */
final class CaseMaker {

    private static final List<String> STATUSES =
            List.of("new", "open", "pending", "on_hold", "resolved", "closed", "resolved", "closed");

    private final Chance chance;
    private final ZoneId zone;
    private final Supplier<Instant> instants;

    CaseMaker(Chance chance, ZoneId zone, Supplier<Instant> instants) {
        this.chance = chance;
        this.zone = zone;
        this.instants = instants;
    }

    List<Made> calendars() {
        List<Made> made = new ArrayList<>();
        if (!chance.oneIn(4)) {
            List<Map<String, Object>> hours = new ArrayList<>();
            for (String day : List.of("monday", "tuesday", "wednesday", "friday", "sunday")) {
                hours.add(hours(day, chance.of("00:00", "09:00"), chance.of("12:00", "17:30", "24:00")));
            }
            hours.add(hours("friday", "13:00", "18:00"));
            Fields standard = new Fields().put("name", "Standard").put("weeklyHours", hours);
            if (chance.oneIn(2)) {
                standard.put("timeZone", chance.of(Chance.ZONES).getId());
            }
            if (chance.oneIn(2)) {
                standard.put("isDefault", true);
            }
            if (chance.oneIn(2)) {
                standard.put(
                        "holidays",
                        List.of(new Fields().put("day", "2024-01-01").map()));
            }
            made.add(new Made("business-hours", "standard", standard));
        }
        if (chance.oneIn(2)) {
            made.add(new Made(
                    "business-hours",
                    "night",
                    new Fields()
                            .put("name", "Night")
                            .put("weeklyHours", List.of(hours("saturday", "02:00", "03:30")))));
        }
        if (!chance.oneIn(3)) {
            made.add(new Made(
                    "sla-policies",
                    "gold",
                    new Fields()
                            .put("name", "Gold")
                            .maybe(chance, 3, "businessHoursId", chance.of("standard", "night"))));
        }
        return made;
    }

    private static Map<String, Object> hours(String day, String from, String to) {
        return new Fields().put("weekday", day).put("from", from).put("to", to).map();
    }

    List<Pushed> versions(String id) {
        Instant created = instants.get();
        Fields common = new Fields()
                .put("createdAt", created)
                .maybe(chance, 2, "isComplaint", chance.oneIn(2))
                .maybe(chance, 3, "complaintReceivedAt", created.minusSeconds(chance.below(200_000)))
                .maybe(chance, 2, "firstRepliedAt", created.plusSeconds(chance.below(200_000) - 1_000))
                .maybe(chance, 3, "queueId", chance.of("help", "billing"))
                .maybe(chance, 3, "channel", chance.of("phone", "email"))
                .maybe(chance, 3, "type", "question")
                .maybe(chance, 3, "topic", chance.of("roof", "bill"))
                .maybe(chance, 3, "priority", chance.of("high", "low"))
                .maybe(chance, 4, "severity", "minor")
                .maybe(chance, 3, "productId", "p-1")
                .maybe(chance, 3, "customerId", chance.of(Worlds.CUSTOMERS))
                .maybe(chance, 4, "reason", "defect")
                .maybe(chance, 4, "cause", "storm")
                .maybe(chance, 4, "complaintCategory", "quality")
                .maybe(chance, 4, "contractId", "ct-1")
                .maybe(chance, 3, "slaPolicyId", chance.of("gold", "none"))
                .maybe(chance, 3, "businessHoursId", chance.of("standard", "night", "gone"));
        if (chance.oneIn(12)) {
            common.put("isInternal", true);
        }
        if (chance.oneIn(10)) {
            common.put("mergedInto", "s-" + chance.from(1, 8));
        }
        List<Pushed> versions = new ArrayList<>();
        List<Map<String, Object>> history = new ArrayList<>();
        boolean told = chance.oneIn(4);
        Instant at = created;
        int count = chance.from(1, 5);
        for (int place = 0; place < count; place++) {
            String status = place == 0 && !chance.oneIn(4) ? "new" : chance.of(STATUSES);
            history.add(new Fields().put("status", status).put("changedAt", at).map());
            Fields fields = new Fields(common)
                    .maybe(chance, 4, "status", status)
                    .maybe(chance, 2, "ownerId", chance.of(Worlds.USERS))
                    .maybe(chance, 1 + chance.below(2), "teamId", "east");
            if (status.equals("resolved") || chance.oneIn(6)) {
                fields.maybe(chance, 2, "resolvedAt", at.minusSeconds(chance.below(2) * 60L));
            }
            if (status.equals("closed") || chance.oneIn(6)) {
                fields.maybe(chance, 2, "closedAt", at);
            }
            if (told) {
                fields.put("statusHistory", List.copyOf(history));
            }
            versions.add(new Pushed("cases", id, at, created, false, fields.map()));
            at = later(at);
        }
        return chance.oneIn(3) ? List.of(versions.getLast()) : versions;
    }

    private Instant later(Instant than) {
        return switch (chance.below(4)) {
            case 0 ->
                than.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
            case 1 -> than.plus(Duration.ofMinutes(1 + chance.below(600)));
            default -> than.plusSeconds(1 + chance.below(20 * 86_400));
        };
    }

    List<Made> events(int cases) {
        List<Made> events = new ArrayList<>();
        int count = chance.from(0, 50);
        for (int event = 1; event <= count; event++) {
            Fields fields = new Fields()
                    .put("caseId", "s-" + chance.from(1, cases + 1))
                    .put(
                            "kind",
                            chance.of(
                                    "replied",
                                    "created",
                                    "assigned",
                                    "note",
                                    "call",
                                    "status_changed",
                                    "resolved",
                                    "closed",
                                    "reopened"))
                    .put("occurredAt", instants.get().plusNanos(3_000L * event))
                    .maybe(chance, 3, "actorType", chance.of("agent", "agent", "customer", "system"))
                    .maybe(chance, 3, "actorId", chance.of(Worlds.USERS))
                    .maybe(chance, 2, "status", chance.of(STATUSES));
            if (chance.oneIn(5)) {
                fields.put("teamId", "east");
            }
            events.add(new Made("case-events", "ev-" + event, fields));
        }
        return events;
    }
}
