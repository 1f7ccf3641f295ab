package crm.report.load;

import crm.engine.store.Row;
import crm.report.load.DealFact.Opening;
import crm.report.load.DealFact.State;
import crm.report.load.DealFact.Stay;
import crm.report.load.DealVersion.Labels;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the stored versions of a deal into the rows of its timeline. */
final class DealRows {

    static final String COLUMNS = """
            id, version, title, pipeline_id, stage_id, status, amount, currency, cost, deal_type, customer_id, lead_id,
            source, medium, campaign_id, channel, owner_id, team_id, territory_id, product_family, created_at,
            expected_close_at, closed_at, won_at, loss_reason, competitor_id, probability, forecast_category,
            custom,\
            """ + DealPastReader.COLUMNS;

    private static final TableRow.Layout FACTS = TableRow.Layout.of(FactTables.DEAL_FACTS);
    private static final TableRow.Layout STATES = TableRow.Layout.of(FactTables.DEAL_STATES);
    private static final TableRow.Layout OPENINGS = TableRow.Layout.of(FactTables.DEAL_OPENINGS);
    private static final TableRow.Layout STAYS = TableRow.Layout.of(FactTables.STAGE_STAYS);

    private final LoadSettings settings;
    private final StageFlags flags;
    private final UserTeams teams;
    private final Survivors survivors;

    DealRows(LoadSettings settings, StageFlags flags, UserTeams teams, Survivors survivors) {
        this.settings = settings;
        this.flags = flags;
        this.teams = teams;
        this.survivors = survivors;
    }

    /** The rows of one deal. */
    record Of(
            List<@Nullable Object> fact,
            List<List<@Nullable Object>> states,
            List<List<@Nullable Object>> openings,
            List<List<@Nullable Object>> stays) {}

    /** @param stored versions of one deal, lowest first */
    Of of(List<Row> stored) {
        List<DealVersion> versions = stored.stream().map(this::version).toList();
        DealFact fact = DealTimeline.of(versions, flags);
        Row current = stored.getLast();
        String id = current.text("id");
        return new Of(
                fact(current, versions.getLast(), fact).values(),
                fact.states().stream()
                        .map(state -> state(id, versions.getLast(), fact, state))
                        .toList(),
                fact.openings().stream().map(opening -> opening(id, opening)).toList(),
                fact.stays().stream().map(stay -> stay(id, fact, stay)).toList());
    }

    private TableRow fact(Row row, DealVersion current, DealFact fact) {
        DealVersion teller = fact.teller();
        StageFlags.Stage stage = flags.of(current.pipelineId(), current.stageId());
        TableRow result = row(FACTS)
                .put("status", fact.outcome().status())
                .putMoment("created_at", current.createdAt())
                .putMoment("closed_at", fact.closedAt())
                .putMoment("won_at", fact.wonAt())
                .putMoment("expected_close_at", current.expectedCloseAt())
                .putMoment(
                        "closed_or_due_at",
                        fact.outcome() == Outcome.OPEN ? current.expectedCloseAt() : fact.closedAt())
                .put("currency", currency(current))
                .put("owner_id", teller.ownerId())
                .put("team_id", team(teller, fact.closedAt()))
                .put("probability", either(current.probability(), stage.probability()))
                .put("forecast_category", either(current.forecastCategory(), stage.forecastCategory()))
                .put("size_band", sizeBand(current.amount()))
                .put("customer_id", current.labels().customerId())
                .put("position", row.whole("position"));
        Instant decided = fact.decidedAt();
        result.putMoment("decided_at", decided);
        if (decided != null) {
            result.put("cycle_seconds", seconds(current.createdAt(), decided));
        }
        for (String same : List.of(
                "id",
                "title",
                "amount",
                "cost",
                "territory_id",
                "pipeline_id",
                "stage_id",
                "source",
                "medium",
                "channel",
                "campaign_id",
                "lead_id",
                "deal_type",
                "competitor_id",
                "loss_reason",
                "product_family",
                "custom")) {
            result.put(same, row.value(same));
        }
        return result;
    }

    private List<@Nullable Object> state(@Nullable String id, DealVersion current, DealFact fact, State state) {
        DealVersion version = state.version();
        StageFlags.Stage stage = flags.of(version.pipelineId(), state.stage());
        return labels(row(STATES), version)
                .put("deal_id", id)
                .putMoment("state_from", state.from())
                .putMoment("state_to", state.to())
                .putMoment("created_at", current.createdAt())
                .putMoment("moved_at", state.movedAt())
                .putMoment("expected_close_at", version.expectedCloseAt())
                .put("status", fact.outcome().status())
                .putMoment("stage_since", state.visiting().since())
                .put("stage_seconds_before", state.visiting().secondsBefore())
                .put("is_open", state.open())
                .put("amount", version.amount())
                .put("weighted_amount", weighted(version.amount(), either(version.probability(), stage.probability())))
                .put("currency", currency(version))
                .put("owner_id", version.ownerId())
                .put("team_id", team(version, state.from()))
                .put("pipeline_id", version.pipelineId())
                .put("stage_id", state.stage())
                .put("forecast_category", either(version.forecastCategory(), stage.forecastCategory()))
                .put("size_band", sizeBand(version.amount()))
                .values();
    }

    private static TableRow labels(TableRow row, DealVersion version) {
        Labels labels = version.labels();
        return row.put("territory_id", labels.territoryId())
                .put("source", labels.source())
                .put("channel", labels.channel())
                .put("campaign_id", labels.campaignId())
                .put("customer_id", labels.customerId())
                .put("deal_type", labels.dealType())
                .put("product_family", labels.productFamily())
                .put("custom", labels.custom());
    }

    private List<@Nullable Object> opening(@Nullable String id, Opening opening) {
        DealVersion version = opening.teller();
        return row(OPENINGS)
                .put("deal_id", id)
                .putMoment("opened_at", opening.openedAt())
                .putMoment("closed_at", opening.closedAt())
                .putMoment("previous_closed_at", opening.previousClosedAt())
                .put("status", opening.outcome().status())
                .put("owner_id", version.ownerId())
                .put("team_id", team(version, opening.closedAt()))
                .put("territory_id", version.labels().territoryId())
                .put("pipeline_id", version.pipelineId())
                .put("source", version.labels().source())
                .put("product_family", version.labels().productFamily())
                .put("size_band", sizeBand(version.amount()))
                .values();
    }

    private List<@Nullable Object> stay(@Nullable String id, DealFact fact, Stay stay) {
        DealVersion version = stay.version();
        return row(STAYS)
                .put("deal_id", id)
                .put("stage_id", stay.stageId())
                .put("pipeline_id", stay.pipelineId())
                .put("status", fact.outcome().status())
                .put("owner_id", version.ownerId())
                .put("team_id", team(version, stay.leftAt()))
                .put("source", version.labels().source())
                .put("product_family", version.labels().productFamily())
                .putMoment("left_at", stay.leftAt())
                .putMoment("open_since", stay.openSince())
                .put("total_seconds", stay.total())
                .put("latest_seconds", stay.latest())
                .values();
    }

    private TableRow row(TableRow.Layout layout) {
        return new TableRow(layout, settings.zone());
    }

    private DealVersion version(Row row) {
        return new DealVersion(
                Objects.requireNonNull(row.moment("version")),
                Objects.requireNonNull(row.moment("created_at")),
                row.text("pipeline_id"),
                row.text("stage_id"),
                row.text("status"),
                row.decimal("amount"),
                row.text("currency"),
                row.decimal("probability"),
                row.text("owner_id"),
                row.text("team_id"),
                row.moment("expected_close_at"),
                row.moment("closed_at"),
                row.moment("won_at"),
                row.text("forecast_category"),
                new Labels(
                        row.text("territory_id"),
                        row.text("source"),
                        row.text("channel"),
                        row.text("campaign_id"),
                        survivors.of(row.text("customer_id")),
                        row.text("deal_type"),
                        row.text("product_family"),
                        row.text("custom")),
                DealPastReader.stages(row),
                DealPastReader.past(row));
    }

    /** The team that the version names, else the owner's at the time; now, where there is no time. */
    private @Nullable String team(DealVersion version, @Nullable Instant moment) {
        return version.teamId() != null ? version.teamId() : teams.teamOf(version.ownerId(), moment);
    }

    private String currency(DealVersion version) {
        return either(version.currency(), settings.currency());
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static @Nullable BigDecimal weighted(@Nullable BigDecimal amount, @Nullable BigDecimal probability) {
        return amount == null || probability == null
                ? null
                : amount.multiply(probability).setScale(4, RoundingMode.HALF_EVEN);
    }

    static @Nullable String sizeBand(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        double size = amount.doubleValue();
        return size < 1_000 ? "<1k" : size < 10_000 ? "1k-10k" : size < 100_000 ? "10k-100k" : "100k+";
    }

    private static <T extends @Nullable Object> T either(@Nullable T one, T other) {
        return one != null ? one : other;
    }
}
