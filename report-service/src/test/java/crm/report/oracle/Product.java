package crm.report.oracle;

import crm.engine.answer.MetricAnswers;
import crm.engine.answer.MetricRecords;
import crm.engine.model.Dimension;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Shape;
import crm.engine.model.Switch;
import crm.engine.query.Answer;
import crm.engine.query.Cursor;
import crm.engine.query.Filter;
import crm.engine.query.MetricQuery;
import crm.engine.query.RecordsQuery;
import crm.engine.query.TimeRange;
import crm.engine.store.DuckDbStore;
import crm.report.catalog.Catalogue;
import crm.report.load.FactLoader;
import crm.report.load.FactTables;
import crm.report.load.LoadSettings;
import crm.report.load.Past;
import crm.report.load.PastStores;
import crm.report.metric.Inquirer;
import crm.report.metric.Inquiry;
import crm.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The product from the log to the answer: the real loader, the real store, the real engine. */
final class Product implements AutoCloseable {

    private final ListedLog log = new ListedLog();
    private final DuckDbStore store = DuckDbStore.temporary(FactTables.all());
    private final Map<TenantId, World> worlds = new HashMap<>();
    private final FactLoader loader = new FactLoader(log, store, this::settings);
    private final PastStores past = new PastStores(log, store, this::settings, 2);

    private LoadSettings settings(TenantId tenant) {
        World world = java.util.Objects.requireNonNull(worlds.get(tenant));
        return new LoadSettings(world.zone(), world.currency());
    }

    /** Pushes a world in so many parts, each loaded before the next comes, and tells the log's last position. */
    long push(TenantId tenant, World world, int parts) {
        worlds.put(tenant, world);
        int size = world.pushed().size();
        for (int part = 0; part < parts; part++) {
            log.append(tenant, world.pushed().subList(size * part / parts, size * (part + 1) / parts));
            loader.load(tenant);
        }
        return log.headsOfAllTenants().getOrDefault(tenant, 0L);
    }

    /** The answer in the view of a position. */
    Answer answerAsOf(TenantId tenant, long position, Question question) {
        return switch (past.at(tenant, position, Duration.ofMinutes(1))) {
            case Past.Ready ready -> {
                try (ready) {
                    yield store.read(ready.name(), snapshot -> MetricAnswers.answer(snapshot, query(tenant, question)));
                }
            }
            case Past.View none -> throw new AssertionError(none.toString());
        };
    }

    /** The same with an empty log to begin with. */
    void pushAnew(TenantId tenant, World world, int parts) {
        log.forget(tenant);
        push(tenant, world, parts);
    }

    void rebuild(TenantId tenant) {
        loader.rebuild(tenant);
    }

    void forget(TenantId tenant) {
        store.drop(tenant.toString());
    }

    Answer answer(TenantId tenant, Question question) {
        return store.read(tenant.toString(), snapshot -> MetricAnswers.answer(snapshot, query(tenant, question)));
    }

    /** Asks as reports do: many questions of one state of the data. */
    <T> T inquire(TenantId tenant, Function<Inquiry, T> asked) {
        World world = java.util.Objects.requireNonNull(worlds.get(tenant));
        return store.read(
                tenant.toString(),
                snapshot -> asked.apply(
                        Inquirer.of(snapshot, world.zone(), world.currency(), world.weekStart(), world.now())));
    }

    Answer answer(TenantId tenant, MetricQuery query) {
        return store.read(tenant.toString(), snapshot -> MetricAnswers.answer(snapshot, query));
    }

    Answer answer(TenantId tenant, Question question, int limit) {
        MetricQuery all = query(tenant, question);
        MetricQuery limited = all.limitedTo(limit);
        return store.read(tenant.toString(), snapshot -> MetricAnswers.answer(snapshot, limited));
    }

    /** The number of records behind a measure, as told and as listed page by page. */
    long records(TenantId tenant, Question question, Measure measure) {
        MetricQuery query = query(tenant, question.by(null, List.of())).finerIfAsked();
        return store.read(tenant.toString(), snapshot -> {
            long listed = 0;
            @Nullable Cursor cursor = null;
            while (true) {
                MetricRecords.Page page =
                        MetricRecords.page(snapshot, new RecordsQuery(query, measure, null, cursor, 7));
                listed += page.rows().size();
                if (page.next() == null) {
                    if (page.count() != listed) {
                        throw new AssertionError("told " + page.count() + " records, listed " + listed);
                    }
                    return listed;
                }
                cursor = Cursor.parse(page.next().toString());
            }
        });
    }

    MetricQuery query(TenantId tenant, Question question) {
        return query(question, java.util.Objects.requireNonNull(worlds.get(tenant)));
    }

    static MetricQuery query(Question question, World world) {
        Shape shape = shape(question);
        List<Filter> filters = question.filters().entrySet().stream()
                .map(filter -> filter(shape, filter.getKey(), filter.getValue()))
                .toList();
        return new MetricQuery(
                shape,
                new TimeRange(question.from(), question.to(), question.zone()),
                world.zone(),
                question.calendar(),
                question.currency(),
                question.grain(),
                question.groupBy().stream().map(name -> dimension(shape, name)).toList(),
                filters,
                question.attribution(),
                MetricQuery.MOST_GROUPS,
                world.now());
    }

    private static Dimension dimension(Shape shape, String name) {
        return shape.dimensions().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Filter filter(Shape shape, String name, List<String> members) {
        Dimension dimension = dimension(shape, Question.dimensionOf(name));
        return switch (name.substring(dimension.name().length())) {
            case "[not]" -> new Filter.Except(dimension, members);
            case "[gte]" -> new Filter.AtLeast(dimension, members.getFirst());
            case "[lt]" -> new Filter.Below(dimension, members.getFirst());
            default -> new Filter.Only(dimension, members);
        };
    }

    static Shape shape(Question question) {
        Metric metric = Catalogue.metric(question.metric()).orElseThrow();
        Shape shape = metric.shape();
        for (Switch each : metric.switches()) {
            String chosen = question.switches().get(each.name());
            if (chosen != null) {
                shape = change(each, chosen, shape);
            }
        }
        return shape;
    }

    private static Shape change(Switch each, String chosen, Shape shape) {
        return switch (each) {
            case Switch.Choice choice ->
                choice.option(chosen).orElseThrow().change().apply(shape);
            case Switch.Number number ->
                number.change().apply(Integer.parseInt(chosen)).apply(shape);
            case Switch.Members members ->
                members.change().apply(List.of(chosen.split(","))).apply(shape);
            case Switch.Filter filter -> throw new IllegalArgumentException("asked as a filter: " + filter);
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
