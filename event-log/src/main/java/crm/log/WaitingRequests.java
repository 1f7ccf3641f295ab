package crm.log;

import crm.tenant.TenantId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Requests that wait for a lane. Tenants take turns, and each tenant's requests keep their order: whoever sends a lot waits
 * behind itself, and holds up others by no more than one request at a time.
 */
final class WaitingRequests {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /** By tenant, the one whose turn it is first. */
    private final Map<TenantId, Deque<AppendRequest>> ofTenants = new LinkedHashMap<>();

    void add(AppendRequest request) {
        lock.lock();
        try {
            ofTenants
                    .computeIfAbsent(request.tenant(), tenant -> new ArrayDeque<>())
                    .add(request);
            news.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return ofTenants.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The request whose turn it is, which stays; nothing where none waits. */
    @Nullable
    AppendRequest peek() {
        lock.lock();
        try {
            return ofTenants.isEmpty()
                    ? null
                    : ofTenants.values().iterator().next().peek();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the request whose turn it is; nothing where none waits. */
    @Nullable
    AppendRequest poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** The same, once there is one, or after so many milliseconds. */
    @Nullable
    AppendRequest poll(long milliseconds) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
            while (ofTenants.isEmpty() && left > 0) {
                left = news.awaitNanos(left);
            }
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** Takes all. */
    List<AppendRequest> drain() {
        lock.lock();
        try {
            List<AppendRequest> all = new ArrayList<>();
            for (AppendRequest request = next(); request != null; request = next()) {
                all.add(request);
            }
            return all;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable AppendRequest next() {
        if (ofTenants.isEmpty()) {
            return null;
        }
        TenantId tenant = ofTenants.keySet().iterator().next();
        Deque<AppendRequest> requests = ofTenants.remove(tenant);
        if (requests == null) {
            return null;
        }
        AppendRequest request = requests.poll();
        if (!requests.isEmpty()) {
            ofTenants.put(tenant, requests);
        }
        return request;
    }
}
