package crm.workbench.sample;

import crm.workbench.sample.DealStory.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A deal's way through its pipeline, which leaks at every stage.
 *
 * @param quality how good seller and source are; 1 is usual
 * @param amount large deals take longer
 */
record StageWalk(BusinessCalendar calendar, Dice dice, double quality, double amount) {

    private static final String[] SALE = {"qualify", "discovery", "proposal", "negotiation"};
    private static final double[] SALE_PASSES = {0.74, 0.8, 0.74, 0.82};
    private static final double[] SALE_DAYS = {4, 9, 12, 8};

    private static final String[] RENEWAL = {"due", "offered"};
    private static final double[] RENEWAL_PASSES = {0.96, 0.88};
    private static final double[] RENEWAL_DAYS = {12, 9};

    List<Step> sale(Instant createdAt) {
        List<Step> steps = walk(createdAt, SALE, SALE_PASSES, SALE_DAYS, "won", "lost");
        boolean lost = steps.getLast().stage().equals("lost");
        if (lost && steps.size() > 2 && dice.chance(0.06)) {
            reopen(steps);
        } else if (lost && steps.size() == 2 && dice.chance(0.6)) {
            steps.set(1, new Step("unqualified", steps.get(1).at()));
        }
        return steps;
    }

    List<Step> renewal(Instant createdAt) {
        return walk(createdAt, RENEWAL, RENEWAL_PASSES, RENEWAL_DAYS, "renewed", "churned");
    }

    private List<Step> walk(
            Instant createdAt, String[] stages, double[] passes, double[] days, String won, String lost) {
        List<Step> steps = new ArrayList<>();
        Instant now = createdAt;
        for (int stage = 0; stage < stages.length; stage++) {
            boolean skipped = stage == 1 && stages.length > 2 && dice.chance(0.12);
            if (skipped) {
                continue;
            }
            steps.add(new Step(stages[stage], now));
            boolean passed = dice.chance(StrictMath.pow(passes[stage], 1 / quality));
            now = later(now, days[stage] * (passed ? 1 : 1.4));
            if (!now.isBefore(calendar.end())) {
                return steps;
            }
            if (!passed) {
                steps.add(new Step(lost, now));
                return steps;
            }
        }
        steps.add(new Step(won, now));
        return steps;
    }

    /** Some lost deals come back, and half of them are won. */
    private void reopen(List<Step> steps) {
        Instant again = later(steps.getLast().at(), 20);
        if (again.isBefore(calendar.end())) {
            steps.add(new Step("negotiation", again));
            Instant closed = later(again, 10);
            if (closed.isBefore(calendar.end())) {
                steps.add(new Step(dice.chance(0.5) ? "won" : "lost", closed));
            }
        }
    }

    private Instant later(Instant moment, double medianDays) {
        double size = StrictMath.pow(Math.max(amount, 500) / 5_000, 0.15);
        double days = dice.around(medianDays * size, 0.75);
        return calendar.inWorkingHours(moment.plus(Duration.ofMinutes((long) (days * 1_440))), dice);
    }
}
