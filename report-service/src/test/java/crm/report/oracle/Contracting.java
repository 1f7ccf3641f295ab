package crm.report.oracle;

import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Contracts that fall due and proposals that are sent, counted one by one. */
final class Contracting {

    static final Set<String> OF_CONTRACTS = Set.of(
            "owner",
            "team",
            "territory",
            "customer",
            "productFamily",
            "product",
            "plan",
            "segment",
            "region",
            "industry",
            "term",
            "cohort");
    static final Set<String> OF_PROPOSALS =
            Set.of("owner", "team", "pipeline", "productFamily", "source", "territory", "customer", "segment");

    private final Known known;
    private final Dealings dealings;
    private final Staying staying;

    Contracting(Known known, Dealings dealings, Staying staying) {
        this.known = known;
        this.dealings = dealings;
        this.staying = staying;
    }

    enum Value {
        NONE,
        DUE,
        RENEWED
    }

    Counted due(boolean onlyRenewed, boolean onlyPending, boolean withoutPending, Value value, Duration grace) {
        return new Counted(OF_CONTRACTS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity each : known.all("contracts")) {
                Version contract = each.now();
                Instant end = contract.moment("endAt");
                if (!period.has(end) || Boolean.FALSE.equals(contract.fields().get("renewable"))) {
                    continue;
                }
                List<Version> renewals =
                        renewals(each, Objects.requireNonNull(end).plus(grace));
                boolean pending = renewals.isEmpty()
                        && !isCancelledEarly(contract)
                        && end.plus(grace).isAfter(period.now());
                if ((onlyRenewed && renewals.isEmpty()) || (onlyPending && !pending) || (withoutPending && pending)) {
                    continue;
                }
                BigDecimal number =
                        switch (value) {
                            case NONE -> BigDecimal.ONE;
                            case DUE -> aYear(contract);
                            case RENEWED -> renewed(contract, renewals);
                        };
                rows.add(Row.money(members(contract, end), number, known.currencyOf(contract), end));
            }
            return rows;
        });
    }

    private static boolean isCancelledEarly(Version contract) {
        Instant cancelled = contract.moment("cancelledAt");
        return cancelled != null && cancelled.isBefore(contract.needed("endAt"));
    }

    private List<Version> renewals(Entity contract, Instant last) {
        if (isCancelledEarly(contract.now())) {
            return List.of();
        }
        return known.all("contracts").stream()
                .map(Entity::now)
                .filter(each -> contract.id().equals(each.text("renewsContractId")))
                .filter(each -> {
                    Instant signed = each.has("signedAt") ? each.needed("signedAt") : each.needed("startAt");
                    return !signed.isAfter(last);
                })
                .toList();
    }

    private @Nullable BigDecimal renewed(Version contract, List<Version> renewals) {
        BigDecimal expiring = aYear(contract);
        if (expiring == null) {
            return renewals.stream()
                    .filter(each -> known.currencyOf(each).equals(known.currencyOf(contract)))
                    .map(Contracting::aYear)
                    .map(each -> each == null ? BigDecimal.ZERO : each)
                    .reduce(BigDecimal::add)
                    .orElse(null);
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Version renewal : renewals) {
            BigDecimal value = aYear(renewal);
            boolean same = known.currencyOf(renewal).equals(known.currencyOf(contract));
            sum = sum.add(same ? value == null ? BigDecimal.ZERO : value : expiring);
        }
        return sum.min(expiring);
    }

    private static @Nullable BigDecimal aYear(Version contract) {
        BigDecimal value = contract.number("recurringValue");
        int times =
                switch (contract.textOr("interval", "year")) {
                    case "month" -> 12;
                    case "quarter" -> 4;
                    case "week" -> 52;
                    case "day" -> 365;
                    default -> 1;
                };
        return value == null ? null : value.multiply(BigDecimal.valueOf(times));
    }

    private Members members(Version contract, Instant end) {
        Members customer = staying.members(Objects.requireNonNull(known.survivor(contract.text("customerId"))));
        BigDecimal term = contract.number("termMonths");
        return Members.none()
                .with("owner", contract.text("ownerId"))
                .with("team", known.team(contract, "ownerId", end))
                .today("team", known.teamToday(contract, "ownerId"))
                .with("territory", contract.text("territoryId"))
                .with("customer", customer.of("customer"))
                .with("productFamily", contract.text("productFamily"))
                .with("product", contract.text("productId"))
                .with("plan", contract.text("plan"))
                .with("segment", contract.textOr("segment", customer.of("segment")))
                .with("region", contract.textOr("region", customer.of("region")))
                .with("industry", customer.of("industry"))
                .with("term", term == null ? null : term.toBigInteger().toString())
                .with("cohort", customer.of("cohort"));
    }

    /** A revision of a proposal, or a deal that entered a stage which tells that there was one. */
    private record Sent(
            String id,
            String number,
            Instant at,
            @Nullable Version proposal,
            @Nullable DealLife deal,
            boolean accepted,
            Version money) {}

    private List<Sent> sent() {
        List<Sent> sent = new ArrayList<>();
        for (Entity each : known.all("proposals")) {
            Version now = each.now();
            if (now.has("sentAt") && !now.textOr("status", "sent").equals("draft")) {
                sent.add(new Sent(
                        each.id(),
                        now.has("number") ? "number " + now.text("number") : "record " + each.id(),
                        now.needed("sentAt"),
                        now,
                        dealings.life(now.text("dealId")).orElse(null),
                        now.has("acceptedAt") || now.textOr("status", "").equals("accepted"),
                        now));
            }
        }
        if (!sent.isEmpty()) {
            return sent;
        }
        for (DealLife life : dealings.lives()) {
            entry(life)
                    .ifPresent(at -> sent.add(new Sent(
                            life.id(),
                            "deal " + life.id(),
                            at,
                            null,
                            life,
                            life.is("won"),
                            life.justBefore(at.plusNanos(1000)))));
        }
        return sent;
    }

    /** When the deal, open or not, first came to stand in such a stage. */
    private Optional<Instant> entry(DealLife life) {
        return life.visits().stream()
                .filter(visit -> Boolean.TRUE.equals(known.stage(life.now().text("pipelineId"), visit.stage())
                        .get("isProposalStage")))
                .map(DealLife.Visit::from)
                .findFirst();
    }

    Counted proposals(boolean revisions, boolean onlyAccepted, boolean amounts) {
        return new Counted(OF_PROPOSALS, period -> {
            List<Sent> all = sent();
            List<Row> rows = new ArrayList<>();
            for (Sent each : all) {
                List<Sent> same = all.stream()
                        .filter(other -> other.number().equals(each.number()))
                        .sorted(Comparator.comparing(Sent::at).thenComparing(Sent::id))
                        .toList();
                Predicate<Sent> accepted =
                        revisions ? Sent::accepted : ignored -> same.stream().anyMatch(Sent::accepted);
                if (period.has(each.at())
                        && (revisions || same.getFirst().id().equals(each.id()))
                        && (!onlyAccepted || accepted.test(each))) {
                    Version money = revisions ? each.money() : same.getLast().money();
                    rows.add(
                            amounts
                                    ? Row.money(
                                            members(each), money.number("amount"), known.currencyOf(money), each.at())
                                    : Row.of(members(each)));
                }
            }
            return rows;
        });
    }

    private Members members(Sent sent) {
        Version proposal =
                sent.proposal() == null ? new Version(Instant.EPOCH, false, java.util.Map.of()) : sent.proposal();
        DealLife life = sent.deal();
        boolean named = proposal.has("ownerId") || proposal.has("teamId");
        String customer = proposal.has("customerId")
                ? known.survivor(proposal.text("customerId"))
                : life == null ? null : dealings.customerOf(life);
        Members deal = life == null ? Members.none() : dealings.members(life);
        return Members.none()
                .with("owner", named ? proposal.text("ownerId") : life == null ? null : deal.of("owner"))
                .with(
                        "team",
                        named ? known.team(proposal, "ownerId", sent.at()) : life == null ? null : deal.of("team"))
                .today(
                        "owner",
                        proposal.has("ownerId") || life == null
                                ? proposal.text("ownerId")
                                : life.now().text("ownerId"))
                .today("team", teamToday(proposal, life))
                .with(
                        "pipeline",
                        life != null && life.now().has("pipelineId")
                                ? deal.of("pipeline")
                                : proposal.text("pipelineId"))
                .with("productFamily", either(proposal, "productFamily", life, deal))
                .with("source", either(proposal, "source", life, deal))
                .with(
                        "territory",
                        proposal.has("territoryId")
                                ? proposal.text("territoryId")
                                : life == null ? null : deal.of("territory"))
                .with("customer", customer)
                .with(
                        "segment",
                        customer == null ? null : staying.members(customer).of("segment"));
    }

    private @Nullable String teamToday(Version proposal, @Nullable DealLife life) {
        String own = known.teamToday(proposal, "ownerId");
        return own != null || life == null ? own : known.teamToday(life.now(), "ownerId");
    }

    private static @Nullable String either(Version proposal, String field, @Nullable DealLife life, Members deal) {
        return proposal.has(field) ? proposal.text(field) : life == null ? null : deal.of(field);
    }
}
