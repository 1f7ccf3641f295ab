package crm.report.metric;

import crm.engine.model.Metric;
import crm.engine.query.InvalidQuery;
import crm.report.metric.Watch.Seen;
import crm.report.table.Format;
import crm.tenant.TenantId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** Tells answers again when they change. */
@ApplicationScoped
class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);
    private static final Duration RETURN = Duration.ofSeconds(2);
    private static final String EVENT = "answer";

    private final Telling telling;
    private final OpenStreams open;
    private final LiveConfig config;

    Live(Telling telling, OpenStreams open, LiveConfig config) {
        this.telling = telling;
        this.open = open;
        this.config = config;
    }

    /**
     * Events for as long as the caller listens, its key is valid and the service runs.
     *
     * @param last the last event that the caller has, if it comes back
     */
    Multi<OutboundSseEvent> watch(
            TenantId tenant,
            Metric metric,
            Map<String, List<String>> given,
            Optional<String> last,
            BooleanSupplier valid) {
        if (given.containsKey(FreshnessReader.AS_OF)) {
            throw new InvalidQuery(FreshnessReader.AS_OF, "not_here", "what is past does not change");
        }
        Written first = telling.metric(tenant, metric, given, Format.JSON);
        Map<String, List<String>> again = new TreeMap<>(given);
        again.keySet().removeAll(FreshnessReader.NAMES);
        Watch watch =
                new Watch(() -> telling.metric(tenant, metric, again, Format.JSON), first.tag(), System.nanoTime());
        open.enter(tenant);
        Seen begun = last.equals(Optional.of(id(first))) ? new Watch.StillHere() : new Watch.Changed(first);
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(begun), looks(watch, valid))
                .filter(seen -> !(seen instanceof Watch.Nothing))
                .map(Live::event)
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "stream failed tenant=%s metric=%s", tenant, metric.id()))
                .onFailure()
                .recoverWithCompletion()
                .onTermination()
                .invoke(() -> open.leave(tenant));
    }

    private Multi<Seen> looks(Watch watch, BooleanSupplier valid) {
        return Multi.createFrom()
                .ticks()
                .every(config.every())
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(tick -> watch.look(System::nanoTime))
                .select()
                .first(seen -> !open.areEnding() && (seen instanceof Watch.Nothing || valid.getAsBoolean()));
    }

    private static OutboundSseEvent event(Seen seen) {
        OutboundSseEventImpl.BuilderImpl event = new OutboundSseEventImpl.BuilderImpl();
        return switch (seen) {
            case Watch.Changed(Written answer) ->
                event.id(id(answer))
                        .name(EVENT)
                        .reconnectDelay(RETURN.toMillis())
                        .mediaType(MediaType.TEXT_PLAIN_TYPE)
                        .data(String.class, new String(answer.body(), StandardCharsets.UTF_8))
                        .build();
            case Watch.StillHere still -> event.comment("still here").build();
            case Watch.Nothing nothing -> throw new IllegalStateException("nothing to tell");
        };
    }

    /** The position, and which of the answers that were right there: the day may change where the position does not. */
    private static String id(Written answer) {
        return answer.position() + ":" + answer.tag().opaque();
    }
}
