package crm.report.metric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import crm.engine.model.Metric;
import crm.engine.store.ColumnStore.Snapshot;
import crm.engine.store.StoreState;
import crm.report.metric.KnownAnswers.Asked;
import crm.report.table.Format;
import crm.report.table.Spool;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells the answer to a metric: again, where it was told before and nothing has changed, else anew. */
@ApplicationScoped
class Telling {

    private final Standpoints standpoints;
    private final Homes homes;
    private final KnownAnswers known;
    private final ObjectMapper json;

    Telling(Standpoints standpoints, Homes homes, KnownAnswers known, ObjectMapper json) {
        this.standpoints = standpoints;
        this.homes = homes;
        this.known = known;
        this.json = json;
    }

    Written metric(TenantId tenant, Metric metric, Map<String, List<String>> given, Format format) {
        FreshnessReader.Freshness freshness = FreshnessReader.read(new Parameters(given));
        Homes.ForRequest home = homes.of(tenant, given);
        return standpoints.read(tenant, freshness, new Request(tenant, metric, given, format, home));
    }

    /** One request for an answer. */
    private final class Request implements Standpoints.View<Written> {
        private final TenantId tenant;
        private final Metric metric;
        private final Map<String, List<String>> given;
        private final Format format;
        private final Homes.ForRequest homes;

        Request(
                TenantId tenant,
                Metric metric,
                Map<String, List<String>> given,
                Format format,
                Homes.ForRequest homes) {
            this.tenant = tenant;
            this.metric = metric;
            this.given = given;
            this.format = format;
            this.homes = homes;
        }

        @Override
        public Optional<Written> known(StoreState state, Instant now) {
            return homes.known(state.generation())
                    .flatMap(home -> asked(
                            state,
                            new Surroundings(home, now).reader(metric, given).read()))
                    .flatMap(known::find);
        }

        @Override
        public Written asked(Snapshot snapshot, Instant now) {
            Surroundings surroundings = new Surroundings(homes.of(snapshot), now);
            Question question = surroundings.reader(metric, given).read();
            Written written = written(question, Asking.answer(snapshot, question, links()));
            StoreState state = new StoreState(snapshot.generation(), snapshot.watermark());
            asked(state, question).ifPresent(asked -> known.keep(asked, written));
            return written;
        }

        private Optional<Asked> asked(StoreState state, Question question) {
            return Asked.of(tenant, state, question, timeless(), format);
        }

        private Written written(Question question, MetricResponse response) {
            byte[] said = bytesOf(response);
            byte[] body = format == Format.JSON
                    ? said
                    : Spool.bytesOf(format, table -> AnswerTable.write(question, response, table));
            return Written.of(
                    tenant, metric, format, said, body, response.dataThrough().position());
        }

        private Links links() {
            return new Links(metric, timeless());
        }

        /** The parameters without those that say what the answer must contain, in one order. */
        private Map<String, List<String>> timeless() {
            Map<String, List<String>> timeless = new TreeMap<>(given);
            timeless.keySet().removeAll(FreshnessReader.NAMES);
            return timeless;
        }
    }

    private byte[] bytesOf(MetricResponse response) {
        try {
            return json.writeValueAsBytes(response);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer is always JSON", impossible);
        }
    }
}
