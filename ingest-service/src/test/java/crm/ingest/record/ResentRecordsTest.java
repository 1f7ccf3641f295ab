package crm.ingest.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import crm.log.Batch;
import crm.log.Event;
import crm.log.EventLog;
import crm.log.EventLogReader;
import crm.log.Receipt;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import crm.tenant.Sender;
import crm.tenant.TenantId;
import crm.workbench.database.EmbeddedDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.flywaydb.core.Flyway;

/** Records of every kind, sent many times at once, in any order and however spelled. */
class ResentRecordsTest {

    private static final DataSource DATABASE = database();
    private static final EventLog LOG = new EventLog(DATABASE, Clock.systemUTC());
    private static final EventLogReader READER = new EventLogReader(DATABASE);
    private static final AtomicLong TENANTS = new AtomicLong(1_000);
    private static final int OF_A_KIND = 3;

    @AfterContainer
    static void close() {
        LOG.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void recordsOfEveryKindAreStoredOnceHoweverOftenTheyAreSent(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int times) {
        Random random = new Random(seed);
        List<AnyRecord> records = records(random);
        TenantId once = new TenantId(TENANTS.incrementAndGet());
        TenantId often = new TenantId(TENANTS.incrementAndGet());

        send(once, parsed(records, random));
        Map<Receipt.Outcome, Long> outcomes = sendInParallel(often, records, times, random);

        assertThat(outcomes)
                .containsOnly(
                        Map.entry(Receipt.Outcome.ACCEPTED, (long) records.size()),
                        Map.entry(Receipt.Outcome.DUPLICATE, (times - 1L) * records.size()));
        assertThat(stored(often)).isEqualTo(stored(once)).hasSize(records.size());
    }

    private static List<AnyRecord> records(Random random) {
        List<AnyRecord> records = new ArrayList<>();
        for (RecordKind kind : RecordKinds.all()) {
            for (int number = 0; number < OF_A_KIND; number++) {
                AnyRecord record = AnyRecord.of(kind, random);
                record.values().put("id", "\"r-" + number + '"');
                records.add(record);
            }
        }
        return records;
    }

    private static Map<Receipt.Outcome, Long> sendInParallel(
            TenantId tenant, List<AnyRecord> records, int times, Random random) {
        List<AnyRecord> sendings = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            sendings.addAll(records);
        }
        Collections.shuffle(sendings, random);
        List<CompletableFuture<Receipt>> receipts = new ArrayList<>();
        for (int from = 0; from < sendings.size(); ) {
            int to = Math.min(sendings.size(), from + 1 + random.nextInt(60));
            receipts.add(append(tenant, parsed(sendings.subList(from, to), random)));
            from = to;
        }
        return receipts.stream()
                .flatMap(receipt -> receipt.join().outcomes().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** Each spelled anew: as a record or as an event, with its fields in another order. */
    private static List<Event> parsed(List<AnyRecord> records, Random random) {
        return records.stream().map(record -> parsed(record, random)).toList();
    }

    private static Event parsed(AnyRecord record, Random random) {
        return Verdicting.sound((random.nextBoolean()
                        ? BatchParser.parse(
                                record.kind(), SentBody.json(Verdicting.bytes(record.asJson(random))), Verdicting.NOW)
                        : BatchParser.parseEvents(
                                UnaryOperator.identity(),
                                SentBody.json(Verdicting.bytes(record.asEvent(random))),
                                Verdicting.NOW))
                .getFirst());
    }

    private static void send(TenantId tenant, List<Event> events) {
        assertThat(append(tenant, events).join().outcomes()).containsOnly(Receipt.Outcome.ACCEPTED);
    }

    private static CompletableFuture<Receipt> append(TenantId tenant, List<Event> events) {
        return LOG.append(Batch.of(new Sender(tenant, "key"), events));
    }

    private static Map<String, String> stored(TenantId tenant) {
        return READER.after(tenant, 0, 10_000).stream()
                .collect(Collectors.toMap(
                        event -> event.collection() + "/" + event.recordId(), event -> String.valueOf(event.data())));
    }

    private static DataSource database() {
        EmbeddedDatabase server = EmbeddedDatabase.shared();
        MysqlDataSource database = new MysqlDataSource();
        database.setUrl(server.freshDatabase());
        database.setUser(server.user());
        database.setPassword(server.password());
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }
}
