package crm.report.oracle;

import crm.report.oracle.Casework.Life;
import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What was promised about cases, and whether it was kept. */
final class Promises {

    private static final Set<String> OF_CASES =
            Set.of("policy", "priority", "owner", "team", "queue", "channel", "product", "customer", "contract");
    private static final Set<String> OF_TARGETS = Set.of(
            "targetType", "policy", "priority", "owner", "team", "queue", "channel", "product", "customer", "contract");

    private final Known known;
    private final Casework cases;
    private final String kind;

    /** @param kind of the targets, or any */
    Promises(Known known, Casework cases, String kind) {
        this.known = known;
        this.cases = cases;
        this.kind = kind;
    }

    private List<Entity> targets() {
        return known.all("sla-targets").stream()
                .filter(each -> kind.equals("any") || kind.equals(each.now().text("kind")))
                .filter(each -> known.find("cases", each.now().text("caseId"))
                        .filter(one -> one.now().has("mergedInto") || one.now().flag("isInternal"))
                        .isEmpty())
                .toList();
    }

    static boolean isMet(Version target) {
        return target.has("fulfilledAt") && !target.needed("fulfilledAt").isAfter(target.needed("dueAt"));
    }

    private static Instant decided(Version target) {
        return isMet(target) ? target.needed("fulfilledAt") : target.needed("dueAt");
    }

    private static boolean fellAway(Version target) {
        return target.has("cancelledAt") && !target.needed("cancelledAt").isAfter(decided(target));
    }

    Counted decided(boolean met) {
        return counted((target, period) -> !fellAway(target)
                && (isMet(target) || !met)
                && period.has(decided(target))
                && decided(target).isBefore(period.now()));
    }

    /** Running just before the end. */
    Counted active() {
        return counted((target, period) -> {
            Instant end = fellAway(target) ? target.needed("cancelledAt") : decided(target);
            return target.needed("startedAt").isBefore(period.end()) && !end.isBefore(period.end());
        });
    }

    private Counted counted(BiPredicate<Version, Period> isCounted) {
        return new Counted(OF_TARGETS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity each : targets()) {
                if (isCounted.test(each.now(), period)) {
                    rows.add(Row.of(members(each.now())));
                }
            }
            return rows;
        });
    }

    private Members members(Version target) {
        Optional<Life> life = cases.life(target.text("caseId"));
        Members ofCase = life.map(Life::members).orElseGet(Members::none);
        @Nullable String agent = target.text("agentId");
        @Nullable
        String team = target.has("teamId")
                ? target.text("teamId")
                : agent == null ? member(life, ofCase, "team") : known.teamOf(agent, decided(target));
        @Nullable Version caseNow = life.map(Life::now).orElse(null);
        Members members = Members.none()
                .today("owner", agent != null || caseNow == null ? agent : caseNow.text("ownerId"))
                .today(
                        "team",
                        agent != null || target.has("teamId") || caseNow == null
                                ? known.teamToday(target, "agentId")
                                : known.teamToday(caseNow, "ownerId"));
        for (String same : List.of("priority", "queue", "channel", "product", "customer")) {
            members.with(same, member(life, ofCase, same));
        }
        return members.with("targetType", target.text("kind"))
                .with(
                        "policy",
                        target.has("policyId")
                                ? target.text("policyId")
                                : life.map(Life::policy).orElse(null))
                .with("owner", agent == null ? member(life, ofCase, "owner") : agent)
                .with("team", team)
                .with("contract", life.map(Life::contract).orElse(null));
    }

    private static @Nullable String member(Optional<Life> life, Members ofCase, String dimension) {
        return life.isPresent() ? ofCase.of(dimension) : null;
    }

    /** Closed cases with at least one target that was decided by then; those only of which all were met. */
    Counted cases(boolean met) {
        return new Counted(OF_CASES, period -> {
            List<Row> rows = new ArrayList<>();
            for (Life life : cases.all()) {
                Instant closed = life.closed();
                List<Version> decided = targets().stream()
                        .map(Entity::now)
                        .filter(each -> life.isCalled(each.text("caseId")) && !fellAway(each))
                        .filter(each -> each.has("fulfilledAt")
                                || (closed != null && !each.needed("dueAt").isAfter(closed)))
                        .toList();
                boolean all = decided.stream().allMatch(Promises::isMet);
                if (period.has(closed) && !decided.isEmpty() && (all || !met)) {
                    rows.add(Row.of(life.members().with("policy", life.policy()).with("contract", life.contract())));
                }
            }
            return rows;
        });
    }
}
