package crm.workbench.sample;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The records of a made-up company over the eighteen months before a given day.
 *
 * <p>Batches come in an order in which what is referred to mostly comes first; within a collection the older come
 * first, but for some that arrive late.
 */
public final class SampleWorld {

    private static final int MONTHS = 18;

    private final List<SampleKind> kinds;

    /** The world with this seed that ends when {@code today} begins. */
    public SampleWorld(long seed, LocalDate today, SampleSize size) {
        BusinessCalendar calendar = new BusinessCalendar(today.minusMonths(MONTHS), today);
        Staff staff = new Staff(seed, size, calendar);
        Campaigns campaigns = new Campaigns(seed, size, calendar);
        DealStories stories = new DealStories(seed, size, calendar, staff, campaigns);
        this.kinds = List.of(
                new Pipelines(),
                new Teams(calendar),
                staff,
                campaigns,
                new Customers(seed, size, calendar, stories),
                new Leads(seed, size, calendar, stories),
                new Deals(seed, size, calendar, stories),
                new Calls(seed, size, calendar, staff, stories),
                new CampaignEvents(seed, size, calendar, campaigns));
    }

    /** All records in batches of at most {@code batchSize}, made while they are asked for. */
    public Iterator<SampleBatch> batches(int batchSize) {
        return new Batches(new ArrayDeque<>(kinds), batchSize);
    }

    private static final class Batches implements Iterator<SampleBatch> {
        private final Deque<SampleKind> left;
        private final int batchSize;
        private final Deque<String> waiting = new ArrayDeque<>();
        private long number;
        private long records;

        Batches(Deque<SampleKind> left, int batchSize) {
            this.left = left;
            this.batchSize = batchSize;
            fill();
        }

        @Override
        public boolean hasNext() {
            return !waiting.isEmpty();
        }

        @Override
        public SampleBatch next() {
            if (waiting.isEmpty()) {
                throw new NoSuchElementException();
            }
            List<String> batch = new ArrayList<>(batchSize);
            while (batch.size() < batchSize && !waiting.isEmpty()) {
                batch.add(waiting.poll());
            }
            SampleBatch next = new SampleBatch(left.element().collection(), batch);
            fill();
            return next;
        }

        private void fill() {
            while (!left.isEmpty() && waiting.size() < batchSize) {
                SampleKind kind = left.element();
                if (number < kind.count() && records < kind.recordLimit()) {
                    addRecords(kind);
                } else if (waiting.isEmpty()) {
                    left.remove();
                    number = 0;
                    records = 0;
                } else {
                    return;
                }
            }
        }

        private void addRecords(SampleKind kind) {
            for (String each : kind.records(number++)) {
                if (records++ < kind.recordLimit()) {
                    waiting.add(each);
                }
            }
        }
    }
}
