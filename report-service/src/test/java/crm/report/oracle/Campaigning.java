package crm.report.oracle;

import crm.engine.query.Attribution;
import crm.report.oracle.Counted.Row;
import crm.report.oracle.Known.Entity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Campaigns, those who responded, and what they bought, counted one by one. */
final class Campaigning {

    static final Set<String> OF_CAMPAIGNS =
            Set.of("campaign", "type", "channel", "owner", "team", "status", "segment", "productFamily");
    static final Set<String> OF_MEMBERS =
            Set.of("campaign", "channel", "type", "segment", "responseType", "sourceList", "owner", "team");
    static final Set<String> OF_EVENTS = Set.of("campaign", "channel", "type", "segment", "responseType", "sourceList");
    static final Set<String> OF_CREDITS = Set.of(
            "campaign",
            "channel",
            "type",
            "segment",
            "productFamily",
            "customerType",
            "customer",
            "territory",
            "owner",
            "team",
            "source");

    /** What both campaigns and purchases have, so that one can be weighed against the other. */
    static final Set<String> OF_BOTH = Set.of("campaign", "channel", "type", "segment");

    static final List<String> RESPONSES = List.of("responded", "converted");

    private static final Set<String> TOUCHES = Set.of("responded", "converted", "clicked");
    private static final Version NOTHING = new Version(Instant.EPOCH, false, Map.of());

    private final Known known;
    private final List<Entity> events;
    private final Dealings dealings;

    Campaigning(Known known, Dealings dealings) {
        this.known = known;
        this.events = inOrder(known);
        this.dealings = dealings;
    }

    private Version campaign(@Nullable String id) {
        return known.find("campaigns", id).map(Entity::now).orElse(NOTHING);
    }

    private List<Entity> events() {
        return events;
    }

    private static List<Entity> inOrder(Known known) {
        return known.all("campaign-events").stream()
                .sorted(Comparator.<Entity, Instant>comparing(each -> each.now().needed("occurredAt"))
                        .thenComparing(Entity::id))
                .toList();
    }

    private @Nullable Instant launched(Entity campaign) {
        Version now = campaign.now();
        if (Set.of("planned", "aborted").contains(now.textOr("status", "running"))) {
            return null;
        }
        if (now.has("startedAt")) {
            return now.moment("startedAt");
        }
        return events().stream()
                .map(Entity::now)
                .filter(event -> campaign.id().equals(event.text("campaignId")))
                .filter(event -> Objects.equals(event.text("eventType"), "sent"))
                .map(event -> event.needed("occurredAt"))
                .findFirst()
                .orElse(null);
    }

    private Members members(Entity campaign) {
        Version now = campaign.now();
        Instant launched = launched(campaign);
        return Members.none()
                .with("campaign", campaign.id())
                .with("type", now.text("type"))
                .with("channel", now.text("channel"))
                .with("owner", now.text("ownerId"))
                .with("team", known.team(now, "ownerId", launched == null ? Instant.MIN : launched))
                .today("team", known.teamToday(now, "ownerId"))
                .with("status", now.text("status"))
                .with("segment", now.text("targetSegment"))
                .with("productFamily", now.text("productFamily"));
    }

    Counted launched() {
        return new Counted(OF_CAMPAIGNS, period -> known.all("campaigns").stream()
                .filter(each -> period.has(launched(each)))
                .map(each -> Row.of(members(each)))
                .toList());
    }

    Counted active() {
        return new Counted(OF_CAMPAIGNS, period -> {
            List<Row> rows = new ArrayList<>();
            for (Entity each : known.all("campaigns")) {
                Instant launched = launched(each);
                if (launched != null && period.shares(launched, each.now().moment("endedAt"))) {
                    rows.add(Row.of(members(each)));
                }
            }
            return rows;
        });
    }

    /** Campaigns that were launched, and when. */
    Map<Entity, Instant> launches() {
        Map<Entity, Instant> launched = new LinkedHashMap<>();
        for (Entity each : known.all("campaigns")) {
            Instant at = launched(each);
            if (at != null) {
                launched.put(each, at);
            }
        }
        return launched;
    }

    Counted cost() {
        return new Counted(OF_BOTH, period -> known.all("campaigns").stream()
                .filter(each -> period.has(launched(each)))
                .map(each -> Row.money(
                        members(each), each.now().number("actualCost"), known.currencyOf(each.now()), launched(each)))
                .toList());
    }

    private List<String> responseTypes(@Nullable String campaign) {
        return campaign(campaign).texts("responseTypes", RESPONSES);
    }

    private Members eventMembers(Version event) {
        Version campaign = campaign(event.text("campaignId"));
        return Members.none()
                .with("campaign", event.text("campaignId"))
                .with("channel", event.textOr("channel", campaign.textOr("channel", Members.NONE)))
                .with("type", campaign.text("type"))
                .with("segment", event.text("segment"))
                .with("sourceList", event.text("sourceList"))
                .with("responseType", event.text("eventType"));
    }

    /** Every response; of the types given, or else of each campaign's own. */
    Counted responses(@Nullable List<String> types) {
        return new Counted(OF_EVENTS, period -> events().stream()
                .map(Entity::now)
                .filter(event -> isResponse(event, types) && period.has(event.moment("occurredAt")))
                .map(event -> Row.of(eventMembers(event)))
                .toList());
    }

    private boolean isResponse(Version event, @Nullable List<String> types) {
        return (types == null ? responseTypes(event.text("campaignId")) : types)
                .contains(event.textOr("eventType", ""));
    }

    /** Members of campaigns by their first response, or by their first delivery. */
    Counted firsts(boolean delivery, @Nullable List<String> types, Set<String> dimensions) {
        return new Counted(dimensions, period -> {
            Map<List<String>, Version> delivered = new LinkedHashMap<>();
            Map<List<String>, Version> responded = new LinkedHashMap<>();
            for (Entity each : events()) {
                Version event = each.now();
                List<String> member = List.of(event.textOr("campaignId", ""), event.textOr("memberId", ""));
                if (event.textOr("eventType", "").equals("delivered")) {
                    delivered.putIfAbsent(member, event);
                }
                if (isResponse(event, types)) {
                    responded.putIfAbsent(member, event);
                }
            }
            List<Row> rows = new ArrayList<>();
            (delivery ? delivered : responded).forEach((member, event) -> {
                if (period.has(event.moment("occurredAt"))) {
                    Version campaign = campaign(event.text("campaignId"));
                    Version response = responded.get(member);
                    rows.add(Row.of(eventMembers(event)
                            .with("responseType", response == null ? null : response.text("eventType"))
                            .with("owner", campaign.text("ownerId"))
                            .with("team", teamOf(event.text("campaignId")))
                            .today("team", known.teamToday(campaign, "ownerId"))));
                }
            });
            return rows;
        });
    }

    private @Nullable String teamOf(@Nullable String campaign) {
        return known.find("campaigns", campaign)
                .map(each -> members(each).of("team"))
                .orElse(null);
    }

    /** How credit is shared, among the touches of how many days before. */
    record Sharing(String model, int days) {}

    enum Part {
        ALL,
        CREDITED,
        UNCREDITED
    }

    enum Brings {
        CREDIT,
        AMOUNT,
        MARGIN
    }

    /** Shares of won deals: those of campaigns, those of none, or all. */
    Counted credits(Sharing sharing, Part part, Brings what, boolean newCustomers) {
        return new Counted(OF_CREDITS, period -> {
            List<Row> rows = new ArrayList<>();
            for (DealLife life : dealings.lives()) {
                if (!life.is("won")) {
                    continue;
                }
                Instant at = newCustomers ? dealings.becameCustomer(dealings.customerOf(life)) : life.wonAt();
                if (!period.has(at) || (newCustomers && !isFirst(life))) {
                    continue;
                }
                shares(life, sharing).forEach((campaign, share) -> {
                    boolean credited = !campaign.isEmpty();
                    if (part == Part.ALL || credited == (part == Part.CREDITED)) {
                        rows.add(row(life, credited ? campaign : null, share, what));
                    }
                });
            }
            return rows;
        });
    }

    private boolean isFirst(DealLife life) {
        List<DealLife> purchases = dealings.purchases(dealings.customerOf(life));
        return !purchases.isEmpty() && purchases.getFirst() == life;
    }

    private Row row(DealLife life, @Nullable String id, BigDecimal share, Brings what) {
        Version campaign = campaign(id);
        Members deal = dealings.members(life);
        Members members = Members.none()
                .with("campaign", id)
                .with("channel", campaign.text("channel"))
                .with("type", campaign.text("type"))
                .with("segment", campaign.text("targetSegment"));
        for (String same :
                List.of("productFamily", "customerType", "customer", "territory", "owner", "team", "source")) {
            members.with(same, deal.of(same));
        }
        for (String changing : List.of("owner", "team")) {
            members.today(changing, deal.of(changing, Attribution.CURRENT));
        }
        BigDecimal amount = life.now().number("amount");
        BigDecimal cost = life.now().number("cost");
        BigDecimal number =
                switch (what) {
                    case CREDIT -> BigDecimal.ONE;
                    case AMOUNT -> amount;
                    case MARGIN -> amount == null || cost == null ? null : amount.subtract(cost);
                };
        return new Row(members, number, known.currencyOf(life.now()), "", life.wonAt(), share);
    }

    /** What each campaign has of a deal; the empty name stands for no campaign. */
    Map<String, BigDecimal> shares(DealLife life, Sharing sharing) {
        if (life.now().has("campaignId")) {
            return Map.of(life.now().textOr("campaignId", ""), BigDecimal.ONE);
        }
        String model = sharing.model();
        List<Version> touches = touches(life, sharing.days());
        double[] weights = new double[touches.size()];
        for (int place = 0; place < weights.length; place++) {
            weights[place] = model.equals("w-shaped")
                    ? wShaped(touches, place, turns(touches, life))
                    : weight(model, touches, place, Objects.requireNonNull(life.wonAt()));
        }
        double sum = java.util.Arrays.stream(weights).sum();
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (int place = 0; place < weights.length; place++) {
            if (weights[place] > 0) {
                BigDecimal share =
                        BigDecimal.valueOf(weights[place]).divide(BigDecimal.valueOf(sum), MathContext.DECIMAL64);
                shares.merge(touches.get(place).textOr("campaignId", ""), share, BigDecimal::add);
            }
        }
        return shares.isEmpty() ? Map.of("", BigDecimal.ONE) : shares;
    }

    private static double weight(String model, List<Version> touches, int place, Instant won) {
        int last = touches.size() - 1;
        return switch (model) {
            case "primary" ->
                place == lastOf(touches, each -> Callings.is(each, "eventType", "responded", "converted")) ? 1 : 0;
            case "first-touch" -> place == 0 ? 1 : 0;
            case "last-touch" -> place == last ? 1 : 0;
            case "last-non-direct" -> {
                int chosen = lastOf(touches, each -> !Callings.is(each, "channel", "direct"));
                yield place == (chosen < 0 ? last : chosen) ? 1 : 0;
            }
            case "linear" -> 1;
            case "position-based" -> last <= 1 ? 1 : place == 0 || place == last ? 0.4 : 0.2 / (last - 1);
            case "time-decay" ->
                Math.pow(2, -Seconds.between(touches.get(place).needed("occurredAt"), won) / (7 * 86400.0));
            default -> throw new IllegalArgumentException(model);
        };
    }

    /** The places of the first touch, and of the last ones before the lead and before the deal. */
    private List<Integer> turns(List<Version> touches, DealLife life) {
        List<Integer> turns = new ArrayList<>(List.of(0));
        Instant lead = known.toldBySurvivor(
                        "leads", life.now().text("leadId"), each -> Optional.ofNullable(each.moment("createdAt")))
                .orElse(null);
        for (Instant start : Arrays.asList(lead, life.now().moment("createdAt"))) {
            int place = start == null
                    ? -1
                    : lastOf(touches, each -> !each.needed("occurredAt").isAfter(start));
            if (place >= 0) {
                turns.add(place);
            }
        }
        return turns;
    }

    private static double wShaped(List<Version> touches, int place, List<Integer> turns) {
        long here = turns.stream().filter(turn -> turn == place).count();
        long others = touches.size() - turns.stream().distinct().count();
        return here > 0 ? 0.3 * here : 0.1 / others;
    }

    private static int lastOf(List<Version> touches, java.util.function.Predicate<Version> wanted) {
        int found = -1;
        for (int place = 0; place < touches.size(); place++) {
            found = wanted.test(touches.get(place)) ? place : found;
        }
        return found;
    }

    /** What touched the customer, or the lead behind the deal, in so many days before; first first. */
    private List<Version> touches(DealLife life, int days) {
        String customer = dealings.customerOf(life);
        Instant won = Objects.requireNonNull(life.wonAt());
        return events().stream()
                .map(Entity::now)
                .filter(event -> TOUCHES.contains(event.textOr("eventType", "")))
                .filter(event -> {
                    Instant at = event.needed("occurredAt");
                    return !at.isAfter(won) && !at.isBefore(won.minus(Duration.ofDays(days)));
                })
                .filter(event -> touched(event, life, customer))
                .toList();
    }

    private boolean touched(Version event, DealLife life, @Nullable String customer) {
        String lead = known.survivor("leads", event.text("leadId"));
        boolean bySameLead =
                lead != null && lead.equals(known.survivor("leads", life.now().text("leadId")));
        boolean byCustomer = customer != null
                && (customer.equals(known.survivor(event.text("customerId")))
                        || lead != null && becameBy(lead).anyMatch(customer::equals));
        return bySameLead || byCustomer;
    }

    /** The customers that a lead, or one that was merged into it, became. */
    private Stream<String> becameBy(String lead) {
        return known.all("leads").stream()
                .filter(each -> lead.equals(known.survivor("leads", each.id())))
                .flatMap(each -> Stream.ofNullable(known.survivor(each.now().text("convertedCustomerId"))));
    }
}
