package crm.engine.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets a few questions be answered at once and takes the tenants that wait in turn, however many questions each of them
 * has. A tenant of which nothing is being answered is let in beside those who fill all places, up to twice as many.
 */
final class Turns {

    private final int places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> answering = new HashMap<>();

    /** The tenants that wait, whose turn is next first. */
    private final Map<String, Deque<Waiting>> waiting = new LinkedHashMap<>();

    private int taken;

    private static final class Waiting {
        private final Condition condition;
        private boolean isLetIn;

        private Waiting(Condition condition) {
            this.condition = condition;
        }
    }

    Turns(int places) {
        this.places = places;
    }

    <T> T take(String tenant, Supplier<T> question) {
        begin(tenant);
        try {
            return question.get();
        } finally {
            end(tenant);
        }
    }

    /** How many questions wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.values().stream().mapToInt(Deque::size).sum();
        } finally {
            lock.unlock();
        }
    }

    private void begin(String tenant) {
        lock.lock();
        try {
            if (hasPlaceFor(tenant) && !waiting.containsKey(tenant)) {
                letIn(tenant);
                return;
            }
            Waiting own = new Waiting(lock.newCondition());
            waiting.computeIfAbsent(tenant, key -> new ArrayDeque<>()).addLast(own);
            while (!own.isLetIn) {
                own.condition.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(String tenant) {
        lock.lock();
        try {
            taken--;
            answering.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
            while (letNextIn()) {
                // Until all places are taken, or nobody waits.
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean letNextIn() {
        for (Iterator<Map.Entry<String, Deque<Waiting>>> turns =
                        waiting.entrySet().iterator();
                turns.hasNext(); ) {
            Map.Entry<String, Deque<Waiting>> turn = turns.next();
            if (hasPlaceFor(turn.getKey())) {
                String tenant = turn.getKey();
                Deque<Waiting> questions = turn.getValue();
                Waiting next = questions.removeFirst();
                turns.remove();
                if (!questions.isEmpty()) {
                    waiting.put(tenant, questions);
                }
                letIn(tenant);
                next.isLetIn = true;
                next.condition.signal();
                return true;
            }
        }
        return false;
    }

    private boolean hasPlaceFor(String tenant) {
        return taken < places || taken < 2 * places && !answering.containsKey(tenant);
    }

    private void letIn(String tenant) {
        taken++;
        answering.merge(tenant, 1, Integer::sum);
    }
}
