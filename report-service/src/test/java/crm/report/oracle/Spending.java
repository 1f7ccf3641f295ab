package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was spent, received and measured beside deals and purchases. */
final class Spending {

    private static final Set<String> OF_COSTS = Set.of("source", "medium", "channel", "campaign");
    private static final Set<String> OF_PAYMENTS =
            Set.of("paymentForm", "account", "customer", "segment", "pipeline", "owner", "team");
    private static final Set<String> OF_OPINIONS = Set.of("owner", "team", "customer", "segment", "caseType");
    private static final Set<String> OF_MEASURED =
            Stream.concat(Dealings.OF_DEALS.stream(), Stream.of("unit")).collect(Collectors.toUnmodifiableSet());

    private final Known known;
    private final Dealings deals;
    private final Campaigning campaigns;
    private final ZoneId home;

    Spending(Known known, Dealings deals, Campaigning campaigns, ZoneId home) {
        this.known = known;
        this.deals = deals;
        this.campaigns = campaigns;
        this.home = home;
    }

    /** What marketing cost on the days of the period that have begun. */
    Counted marketing() {
        return new Counted(OF_COSTS, period -> {
            List<Row> rows = new ArrayList<>();
            Set<String> told = new HashSet<>();
            for (Entity each : known.all("marketing-costs")) {
                Version cost = each.now();
                if (cost.has("campaignId")) {
                    told.add(cost.textOr("campaignId", ""));
                }
                LocalDate first = LocalDate.parse(cost.textOr("day", ""));
                LocalDate last = LocalDate.parse(cost.textOr("until", first.toString()));
                long days = last.toEpochDay() - first.toEpochDay() + 1;
                for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    Instant begins = day.atStartOfDay(home).toInstant();
                    if (period.has(begins) && begins.isBefore(period.now())) {
                        BigDecimal share = BigDecimal.ONE.divide(BigDecimal.valueOf(days), 9, RoundingMode.HALF_UP);
                        rows.add(new Row(
                                members(cost), cost.number("amount"), known.currencyOf(cost), "", begins, share));
                    }
                }
            }
            campaigns.launches().forEach((campaign, launched) -> {
                Version now = campaign.now();
                if (now.has("actualCost")
                        && !told.contains(campaign.id())
                        && period.has(launched)
                        && launched.isBefore(period.now())) {
                    rows.add(Row.money(
                            Members.none()
                                    .with("campaign", campaign.id())
                                    .with("channel", now.text("channel"))
                                    .with("source", null)
                                    .with("medium", null),
                            now.number("actualCost"),
                            known.currencyOf(now),
                            launched));
                }
            });
            return rows;
        });
    }

    private Members members(Version cost) {
        Optional<Version> campaign =
                known.find("campaigns", cost.text("campaignId")).map(Entity::now);
        return Members.none()
                .with("campaign", cost.text("campaignId"))
                .with("source", cost.text("source"))
                .with("medium", cost.text("medium"))
                .with(
                        "channel",
                        cost.has("channel")
                                ? cost.text("channel")
                                : campaign.map(each -> each.text("channel")).orElse(null));
    }

    Counted receipts() {
        return new Counted(OF_PAYMENTS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity each : known.all("payments")) {
                Version paid = each.now();
                if (period.has(paid.moment("paidAt"))) {
                    rows.add(Row.money(
                            payer(paid), paid.number("amount"), known.currencyOf(paid), paid.moment("paidAt")));
                }
            }
            return rows;
        });
    }

    private Members payer(Version paid) {
        Optional<DealLife> life = deals.life(paid.text("dealId"));
        Optional<Members> deal = life.map(deals::members);
        String customer = paid.has("customerId")
                ? known.survivor(paid.text("customerId"))
                : life.map(deals::customerOf).orElse(null);
        Members members = Members.none()
                .with("paymentForm", paid.text("form"))
                .with("account", paid.text("account"))
                .with("customer", customer)
                .with(
                        "segment",
                        known.find("customers", customer)
                                .map(each -> each.now().text("segment"))
                                .orElse(null));
        for (String same : List.of("pipeline", "owner", "team")) {
            members.with(same, deal.map(each -> each.of(same)).orElse(null));
        }
        for (String changing : List.of("owner", "team")) {
            deal.ifPresent(each -> members.today(changing, each.of(changing, crm.engine.query.Attribution.CURRENT)));
        }
        return members;
    }

    /** Answers to a question, each with its points. */
    Counted opinions(String kind) {
        return new Counted(OF_OPINIONS, period -> known.all("satisfaction-responses").stream()
                .map(Entity::now)
                .filter(each -> kind.equals(each.text("kind")) && period.has(each.moment("occurredAt")))
                .map(each -> new Row(teller(each), points(each, kind), ""))
                .toList());
    }

    private static BigDecimal points(Version opinion, String kind) {
        BigDecimal best = opinion.has("scale")
                ? Objects.requireNonNull(opinion.number("scale"))
                : new BigDecimal(kind.equals("csat") ? 5 : kind.equals("nps") ? 10 : 7);
        BigDecimal share = Objects.requireNonNull(opinion.number("score")).divide(best, 9, RoundingMode.HALF_UP);
        if (!kind.equals("nps")) {
            return share;
        }
        return share.compareTo(new BigDecimal("0.9")) >= 0
                ? BigDecimal.ONE
                : share.compareTo(new BigDecimal("0.6")) <= 0 ? BigDecimal.ONE.negate() : BigDecimal.ZERO;
    }

    private Members teller(Version opinion) {
        String customer = known.survivor(opinion.text("customerId"));
        return Members.none()
                .with("owner", opinion.text("agentId"))
                .with("team", known.team(opinion, "agentId", opinion.needed("occurredAt")))
                .today("team", known.teamToday(opinion, "agentId"))
                .with("customer", customer)
                .with(
                        "segment",
                        known.find("customers", customer)
                                .map(each -> each.now().text("segment"))
                                .orElse(null))
                .with(
                        "caseType",
                        known.find("cases", opinion.text("caseId"))
                                .map(each -> each.now().text("type"))
                                .orElse(null));
    }

    /** What purchases of known cost brought beyond it, or brought in all. */
    Counted margins(boolean beyond) {
        Buying buying = deals.buying();
        return new Counted(Buying.OF_PURCHASES, period -> {
            List<Row> rows = new ArrayList<>();
            for (Buying.Purchase each : buying.all()) {
                BigDecimal cost = buying.cost(each);
                BigDecimal amount = each.amount();
                if (period.has(each.at()) && cost != null && amount != null) {
                    rows.add(Row.money(
                            buying.members(each),
                            beyond ? amount.subtract(cost) : amount,
                            known.currencyOf(each.money()),
                            each.at()));
                }
            }
            return rows;
        });
    }

    /** A measurement of the deals won in the period, or of those created in it. */
    Counted measured(String field, boolean won) {
        return new Counted(OF_MEASURED, period -> deals.lives().stream()
                .filter(life -> period.has(won ? life.wonAt() : life.created()) && isMeasured(life, field))
                .map(life -> new Row(members(life), life.now().number(field), ""))
                .toList());
    }

    private static boolean isMeasured(DealLife life, String field) {
        BigDecimal number = life.now().number(field);
        return number != null && (!field.equals("area") || number.signum() > 0);
    }

    private Members members(DealLife life) {
        return deals.members(life).with("unit", life.now().text("unit"));
    }

    /** Amounts of the won deals whose area is known. */
    Counted amountsByArea() {
        return new Counted(OF_MEASURED, period -> deals.lives().stream()
                .filter(life -> period.has(life.wonAt()) && isMeasured(life, "area"))
                .map(life -> Row.money(
                        members(life),
                        life.now().number("amount"),
                        known.currencyOf(life.now()),
                        Objects.requireNonNull(life.wonAt())))
                .toList());
    }
}
