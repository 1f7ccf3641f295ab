package crm.report.oracle;

import crm.report.oracle.Worlds.Fields;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Random deals: a walk through stages and hands, told by versions, by a stage history, by both, or only by its end. */
final class DealMaker {

    static final List<String> STAGES = List.of("first", "talk", "offer", "won", "lost", "void");
    private static final List<String> OPEN_STAGES = STAGES.subList(0, 3);

    private final Chance chance;
    private final ZoneId zone;
    private final Instant now;
    private final List<Pushed> versions = new ArrayList<>();
    private final List<Map<String, Object>> history = new ArrayList<>();
    private final List<Map<String, Object>> owners = new ArrayList<>();
    private final List<Map<String, Object>> amounts = new ArrayList<>();
    private final List<Map<String, Object>> expectations = new ArrayList<>();

    DealMaker(Chance chance, ZoneId zone, Instant now) {
        this.chance = chance;
        this.zone = zone;
        this.now = now;
    }

    List<Pushed> versions(String id) {
        Instant created = chance.instant(zone, Chance.FIRST, now.minus(Duration.ofDays(3)));
        Fields fixed = fixed(created);
        boolean staged = !chance.oneIn(4);
        boolean told = staged && chance.oneIn(3);
        boolean flagged = staged && chance.oneIn(2);
        boolean remembered = chance.oneIn(3);
        String stage = chance.of(OPEN_STAGES);
        String owner = chance.of(Worlds.USERS);
        BigDecimal amount = amount();
        Instant at = created;
        boolean open = true;
        for (int step = chance.from(1, 5); step > 0; step--) {
            boolean first = at.equals(created);
            String end = "";
            if (!first) {
                owner = chance.oneIn(3) ? chance.of(Worlds.USERS) : owner;
                amount = chance.oneIn(3) ? amount() : amount;
                if (open && chance.oneIn(2)) {
                    end = chance.of("won", "won", "lost", "unqualified");
                    stage = flagged ? (end.equals("unqualified") ? "void" : end) : stage;
                } else {
                    stage = flagged && !open || chance.oneIn(2) ? chance.of(OPEN_STAGES) : stage;
                }
            }
            open = end.isEmpty();
            Fields fields = new Fields(fixed)
                    .maybe(chance, 8, "ownerId", owner)
                    .maybe(chance, 2, "teamId", chance.of(Worlds.TEAMS))
                    .put("amount", amount);
            if (staged) {
                fields.put("stageId", stage);
                if (history.isEmpty() || !stage.equals(history.getLast().get("stageId"))) {
                    history.add(new Fields()
                            .put("stageId", stage)
                            .put("enteredAt", at)
                            .map());
                }
            }
            if (told) {
                fields.put("stageHistory", List.copyOf(history));
            }
            if (remembered) {
                remember(fields, at);
            }
            outcome(fields, end, flagged, at);
            Instant version = open || told ? at : at.plusSeconds(chance.of(0, 0, 3600, 5 * 86_400));
            versions.add(new Pushed("deals", id, version, version, false, fields.map()));
            at = next(version);
            if (at.isAfter(now)) {
                break;
            }
        }
        boolean onlyTheEnd = told && chance.oneIn(2) || chance.oneIn(8);
        return onlyTheEnd ? List.of(late(versions.getLast())) : versions;
    }

    /** Tells whole who owned the deal so far, what it was worth, and when it should close. */
    private void remember(Fields fields, Instant at) {
        owners.add(since(at).same(fields, "ownerId").same(fields, "teamId").map());
        amounts.add(since(at).same(fields, "amount").map());
        expectations.add(since(at)
                .maybe(chance, 2, "expectedCloseAt", chance.instant(zone, Chance.FIRST, Chance.LAST))
                .map());
        fields.put("ownerHistory", List.copyOf(owners)).put("amountHistory", List.copyOf(amounts));
        if (!chance.oneIn(3)) {
            fields.put("expectedCloseHistory", List.copyOf(expectations));
        }
    }

    private static Fields since(Instant at) {
        return new Fields().put("changedAt", at);
    }

    /** A record that was imported long after, once for all. */
    private Pushed late(Pushed version) {
        return chance.oneIn(2) ? version : version.updatedAt(now.plusSeconds(60));
    }

    private void outcome(Fields fields, String end, boolean flagged, Instant at) {
        if (end.isEmpty()) {
            if (!flagged || chance.oneIn(2)) {
                fields.maybe(chance, 2, "status", "open");
            }
            return;
        }
        boolean bare = flagged && chance.oneIn(2);
        if (!bare) {
            fields.put("status", end);
        }
        if (end.equals("won") && chance.oneIn(2)) {
            fields.put("wonAt", chance.oneIn(3) ? at.minusSeconds(chance.from(1, 86_400)) : at);
            if (!bare && chance.oneIn(2)) {
                fields.put("closedAt", at);
            }
        } else if (!bare && !chance.oneIn(4)) {
            fields.put("closedAt", at);
        }
    }

    private Instant next(Instant after) {
        Instant next = after.plusSeconds(chance.from(1, 60 * 86_400));
        if (chance.oneIn(3)) {
            return next.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        return chance.oneIn(4) ? after.plusSeconds(chance.from(1, 3600)) : next;
    }

    private BigDecimal amount() {
        return new BigDecimal(chance.of("0", "999.99", "1000", "2500.5", "9999.99", "10000", "100000", "123456.78"));
    }

    private Fields fixed(Instant created) {
        Fields fields = new Fields()
                .put("createdAt", created)
                .maybe(chance, 3, "pipelineId", chance.of("p-1", "p-2"))
                .maybe(chance, 3, "currency", chance.of("EUR", "USD", "JPY"))
                .maybe(chance, 3, "cost", new BigDecimal(chance.of("10", "500.25")))
                .maybe(chance, 2, "score", new BigDecimal(chance.below(101)))
                .maybe(chance, 2, "units", new BigDecimal(chance.below(4)))
                .maybe(chance, 2, "area", new BigDecimal(chance.of("0", "84.5", "120.25")))
                .maybe(chance, 2, "unit", chance.of("tower", "barn"))
                .maybe(
                        chance,
                        3,
                        "dealType",
                        chance.of("new_business", "cross_sell", "up_sell", "renewal", "reactivation"))
                .maybe(chance, 4, "customerId", chance.of(Worlds.CUSTOMERS))
                .maybe(chance, 2, "leadId", chance.of(Worlds.LEADS))
                .maybe(chance, 2, "source", chance.of("web", "fair"))
                .maybe(chance, 3, "medium", "mail")
                .maybe(chance, 3, "channel", chance.of("direct", "agent"))
                .maybe(chance, 3, "territoryId", chance.of("t-1", "t-2"))
                .maybe(chance, 3, "productFamily", chance.of("roofs", "doors"))
                .maybe(chance, 3, "lossReason", "price")
                .maybe(chance, 3, "competitorId", "x-1")
                .maybe(chance, 2, "probability", new BigDecimal("0.4"))
                .maybe(chance, 2, "forecastCategory", "pipeline")
                .maybe(chance, 2, "expectedCloseAt", chance.instant(zone, Chance.FIRST, Chance.LAST));
        if (chance.oneIn(5)) {
            fields.put("campaignId", chance.of(Worlds.CAMPAIGNS));
        }
        if (chance.oneIn(15)) {
            fields.put("mergedInto", "d-99");
        }
        return fields;
    }
}
