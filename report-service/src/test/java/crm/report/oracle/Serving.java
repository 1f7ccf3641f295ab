package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Interactions of service, and what they cost, one by one and day by day. */
final class Serving {

    private static final Set<String> OF_INTERACTIONS =
            Set.of("channel", "queue", "team", "owner", "topic", "product", "customer", "segment");

    private final Known known;
    private final ZoneId home;

    Serving(Known known, ZoneId home) {
        this.known = known;
        this.home = home;
    }

    private List<Version> ended(Period period) {
        return all().stream().filter(each -> period.has(each.moment("endedAt"))).toList();
    }

    private List<Version> all() {
        return known.all("service-interactions").stream().map(Entity::now).toList();
    }

    /** Interactions that ended in the period; those only whose own cost is known. */
    Counted interactions(boolean withCost) {
        return new Counted(OF_INTERACTIONS, period -> ended(period).stream()
                .filter(each -> !withCost || cost(each) != null)
                .map(each -> Row.of(members(each)))
                .toList());
    }

    /** Those about a case; of each the thing is the case. */
    Counted onCases() {
        return new Counted(OF_INTERACTIONS, period -> ended(period).stream()
                .filter(each -> each.has("caseId"))
                .map(each -> Row.of(members(each), each.textOr("caseId", "")))
                .toList());
    }

    /** What the interactions cost themselves and, if asked, what the days of the period cost beside. */
    Counted costs(boolean direct, boolean onCases) {
        return new Counted(OF_INTERACTIONS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Version each : ended(period)) {
                BigDecimal cost = cost(each);
                if (cost != null && (!onCases || each.has("caseId"))) {
                    rows.add(Row.money(members(each), cost, currency(each), each.moment("endedAt")));
                }
            }
            if (!direct) {
                known.all("service-costs").forEach(each -> pooled(each.now(), period, onCases, rows));
            }
            return rows;
        });
    }

    private void pooled(Version pooled, Period period, boolean onCases, List<Row> rows) {
        LocalDate first = LocalDate.parse(pooled.textOr("from", ""));
        LocalDate last = LocalDate.parse(pooled.textOr("to", ""));
        long days = last.toEpochDay() - first.toEpochDay() + 1;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            LocalDate today = day;
            List<Version> sharing = all().stream()
                    .filter(each ->
                            LocalDate.ofInstant(each.needed("endedAt"), home).equals(today))
                    .filter(each ->
                            !pooled.has("teamId") || pooled.textOr("teamId", "").equals(team(each)))
                    .toList();
            BigDecimal share = BigDecimal.ONE.divide(
                    BigDecimal.valueOf(days * Math.max(1, sharing.size())), 9, RoundingMode.HALF_UP);
            for (Version each : sharing) {
                if (period.has(each.moment("endedAt")) && (!onCases || each.has("caseId"))) {
                    rows.add(part(members(each), pooled, each.needed("endedAt"), share));
                }
            }
            Instant begins = day.atStartOfDay(home).toInstant();
            if (sharing.isEmpty() && !onCases && period.has(begins) && begins.isBefore(period.now())) {
                rows.add(part(nobody().with("team", pooled.text("teamId")), pooled, begins, share));
            }
        }
    }

    private Row part(Members members, Version pooled, Instant at, BigDecimal share) {
        return new Row(members, pooled.number("amount"), known.currencyOf(pooled), "", at, share);
    }

    /** As told, else the agent's time at what an hour of the agent cost then. */
    private @Nullable BigDecimal cost(Version interaction) {
        if (interaction.has("cost")) {
            return interaction.number("cost");
        }
        Optional<BigDecimal> hour = agent(interaction).map(each -> each.number("hourlyCost"));
        Double minutes = minutes(interaction);
        return hour.isEmpty() || minutes == null
                ? null
                : hour.get()
                        .multiply(BigDecimal.valueOf(minutes))
                        .divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP);
    }

    private static @Nullable Double minutes(Version interaction) {
        if (interaction.has("minutes")) {
            return interaction.amountOf("minutes");
        }
        return interaction.has("startedAt")
                ? (Double) Math.max(
                        0, Seconds.between(interaction.needed("startedAt"), interaction.needed("endedAt")) / 60)
                : null;
    }

    private String currency(Version interaction) {
        return known.currencyOf(
                interaction.has("cost") ? interaction : agent(interaction).orElse(interaction));
    }

    /** The agent as they were when the interaction ended; before they were known, as they were first. */
    private Optional<Version> agent(Version interaction) {
        return known.find("users", interaction.text("agentId")).map(user -> user.versions().stream()
                .filter(each -> !each.at().isAfter(interaction.needed("endedAt")))
                .reduce((one, other) -> other)
                .orElse(user.versions().getFirst()));
    }

    private @Nullable String team(Version interaction) {
        return known.team(interaction, "agentId", interaction.needed("endedAt"));
    }

    private static Members nobody() {
        Members members = Members.none();
        OF_INTERACTIONS.forEach(dimension -> members.with(dimension, null));
        return members;
    }

    private Members members(Version interaction) {
        @Nullable String customer = known.survivor(interaction.text("customerId"));
        return Members.none()
                .with("channel", interaction.text("channel"))
                .with("queue", interaction.text("queueId"))
                .with("team", team(interaction))
                .today("team", known.teamToday(interaction, "agentId"))
                .with("owner", interaction.text("agentId"))
                .with("topic", interaction.text("topic"))
                .with("product", interaction.text("productId"))
                .with("customer", customer)
                .with(
                        "segment",
                        known.find("customers", customer)
                                .map(each -> each.now().text("segment"))
                                .orElse(null));
    }
}
