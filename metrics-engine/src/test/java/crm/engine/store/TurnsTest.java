package crm.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> answered = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aSmallTenantIsAnsweredBesideTheSlowQuestionsOfABigOne() {
        Turns turns = new Turns(2);
        CountDownLatch slow = new CountDownLatch(1);
        CompletableFuture<Void> first = asked(turns, "big", slow);
        CompletableFuture<Void> second = asked(turns, "big", slow);
        CompletableFuture<Void> third = waiting(turns, "big", new CountDownLatch(0), 1);

        String answer = turns.take("small", () -> "answered");

        assertThat(answer).isEqualTo("answered");
        assertThat(third).isNotDone();
        slow.countDown();
        CompletableFuture.allOf(first, second, third)
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    @Test
    void everybodyWhoWaitsIsAnswered() {
        Turns turns = new Turns(1);
        CountDownLatch slow = new CountDownLatch(1);
        List<CompletableFuture<Void>> all = new ArrayList<>();
        all.add(asked(turns, "big", slow));
        all.add(asked(turns, "other", slow));
        int waiting = 0;
        for (String tenant : List.of("big", "big", "big", "small", "tiny", "small")) {
            all.add(waiting(turns, tenant, new CountDownLatch(0), ++waiting));
        }

        slow.countDown();
        all.forEach(each -> each.orTimeout(10, TimeUnit.SECONDS).join());

        assertThat(answered).containsExactlyInAnyOrder("big", "other", "big", "big", "big", "small", "tiny", "small");
    }

    @Test
    void aFailedQuestionLeavesItsPlace() {
        Turns turns = new Turns(1);
        for (int time = 0; time < 5; time++) {
            try {
                turns.take("acme", () -> {
                    throw new IllegalStateException("failed");
                });
            } catch (IllegalStateException expected) {
                answered.add(expected.getMessage());
            }
        }

        assertThat(turns.take("acme", () -> answered.size())).isEqualTo(5);
    }

    /** A question that is being answered, until the latch is open. */
    private CompletableFuture<Void> asked(Turns turns, String tenant, CountDownLatch latch) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> question = CompletableFuture.runAsync(
                () -> turns.take(tenant, () -> {
                    begun.countDown();
                    return answer(tenant, latch);
                }),
                threads);
        await(begun);
        return question;
    }

    /** A question that waits, as the last of so many. */
    private CompletableFuture<Void> waiting(Turns turns, String tenant, CountDownLatch latch, int waiting) {
        CompletableFuture<Void> question =
                CompletableFuture.runAsync(() -> turns.take(tenant, () -> answer(tenant, latch)), threads);
        while (turns.waiting() < waiting) {
            Thread.onSpinWait();
        }
        return question;
    }

    private boolean answer(String tenant, CountDownLatch latch) {
        await(latch);
        return answered.add(tenant);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
