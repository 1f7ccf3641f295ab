package crm.workbench.bench;

import crm.workbench.sample.SampleBatch;
import crm.workbench.sample.SampleSize;
import crm.workbench.sample.SampleWorld;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Calls of the sample world as JSON: the rows that every way of ingest gets. */
record CallRows(List<String> records) {

    private static final long SEED = 7;

    CallRows {
        records = List.copyOf(records);
    }

    static CallRows of(int count, LocalDate today) {
        Iterator<SampleBatch> batches = new SampleWorld(SEED, today, new SampleSize(20, count, 2, 1)).batches(10_000);
        List<String> records = new ArrayList<>(count);
        while (batches.hasNext()) {
            SampleBatch batch = batches.next();
            if (batch.collection().equals("calls")) {
                records.addAll(batch.records());
            }
        }
        return new CallRows(records.subList(0, Math.min(count, records.size())));
    }

    /** The same calls under other ids. */
    CallRows named(String prefix) {
        return new CallRows(records.stream()
                .map(record -> record.replaceFirst("\"id\":\"", "\"id\":\"" + prefix))
                .toList());
    }

    /** Of the first {@code count}, those that the metric sales-calls-made counts in either direction. */
    long salesCalls(int count) {
        return records.subList(0, count).stream()
                .filter(record -> record.contains("\"purpose\":\"sales\""))
                .count();
    }

    long averageLength() {
        return Math.round(records.stream().mapToInt(String::length).average().orElse(0));
    }

    /** Requests that push so many records each, in order; made before anything is measured. */
    List<byte[]> pushes(String key, int batch) {
        List<byte[]> requests = new ArrayList<>();
        for (int from = 0; from < records.size(); from += batch) {
            List<String> some = records.subList(from, Math.min(from + batch, records.size()));
            String body = batch == 1 ? some.getFirst() : "[" + String.join(",", some) + "]";
            requests.add(HttpConnection.post("/v1/calls", key, body));
        }
        return requests;
    }

    /** Hands out each request once. */
    static Supplier<Optional<byte[]>> once(List<byte[]> requests) {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int index = next.getAndIncrement();
            return index < requests.size() ? Optional.of(requests.get(index)) : Optional.empty();
        };
    }
}
