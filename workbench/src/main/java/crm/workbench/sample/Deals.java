package crm.workbench.sample;

import crm.workbench.sample.DealStory.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Deals. Most tell their stages in one record; the others are sent again at every step, as a CRM that pushes each
 * change does. Some are corrected later, some versions arrive in the wrong order.
 */
final class Deals implements SampleKind {

    static final String[] PRODUCT_FAMILIES = {"roofs", "windows", "solar", "insulation", "doors"};

    private static final String[] LOSS_REASONS = {"price", "timing", "competitor", "no_decision", "scope"};
    private static final Duration PAYMENT_TERM = Duration.ofDays(30);

    private final long seed;
    private final SampleSize size;
    private final BusinessCalendar calendar;
    private final DealStories stories;

    Deals(long seed, SampleSize size, BusinessCalendar calendar, DealStories stories) {
        this.seed = seed;
        this.size = size;
        this.calendar = calendar;
        this.stories = stories;
    }

    @Override
    public String collection() {
        return "deals";
    }

    @Override
    public long count() {
        return size.deals();
    }

    @Override
    public List<String> records(long number) {
        DealStory story = stories.story(number);
        Dice dice = Dice.of(seed, "deal-fields", number);
        List<String> versions = new ArrayList<>();
        int last = story.steps().size() - 1;
        Version closing = new Version(story, last, story.lastStepAt(), story.amount(), stories.sellerId(story));
        if (dice.chance(0.65)) {
            versions.add(write(closing, true));
        } else {
            String owner = stories.sellerId(story);
            double amount = story.amount() * dice.between(0.7, 1.3);
            for (int step = 0; step <= last; step++) {
                boolean settled = step == last;
                Version version = new Version(
                        story, step, story.steps().get(step).at(), settled ? story.amount() : amount, owner);
                versions.add(write(version, false));
                owner = dice.chance(0.04) ? stories.otherSellerId(story, dice) : owner;
            }
        }
        Instant correctedAt = calendar.inWorkingHours(story.lastStepAt().plus(Duration.ofDays(2)), dice);
        if (dice.chance(0.04) && correctedAt.isBefore(calendar.end())) {
            double corrected = story.amount() * dice.between(0.8, 1.1);
            versions.add(write(new Version(story, last, correctedAt, corrected, closing.owner()), true));
        }
        if (dice.chance(0.05)) {
            Collections.reverse(versions);
        }
        return versions;
    }

    private String write(Version version, boolean withHistory) {
        DealStory story = version.story();
        Dice dice = Dice.of(seed, "deal-text", story.number());
        Step step = story.steps().get(version.step());
        String status = story.statusAt(version.step());
        boolean open = status.equals("open");
        boolean won = status.equals("won");
        boolean statusSaid = dice.chance(0.8);
        boolean toldLost = status.equals("lost");
        boolean paid = dice.chance(0.9);
        String family = PRODUCT_FAMILIES[dice.weighted(30, 25, 20, 15, 10)];
        double expectedDays = dice.around(40, 0.3);
        Instant paidAt = step.at().plus(PAYMENT_TERM);
        String currency = new String[] {"", "EUR", "USD", "GBP"}[dice.weighted(70, 15, 9, 6)];
        double costShare = dice.between(0.4, 0.75);
        String lossReason = dice.oneOf(LOSS_REASONS);
        boolean credited = story.lead() >= 0 && story.source().equals("campaign") && dice.chance(0.3);
        RecordWriter json = RecordWriter.of(story.id())
                .moment("updatedAt", version.updatedAt())
                .text("title", capitalised(family) + " for customer " + (story.customer() + 1))
                .text("pipelineId", story.pipeline())
                .text("stageId", step.stage())
                .text("status", statusSaid ? status : null)
                .decimal("amount", version.amount())
                .text("currency", currency.isEmpty() ? null : currency)
                .decimal("cost", story.amount() * costShare)
                .text("dealType", story.dealType())
                .text("customerId", Customers.id(story.customer()))
                .text("leadId", story.lead() >= 0 ? Leads.id(story.lead()) : null)
                .text("source", story.source())
                .text("channel", dice.chance(0.8) ? "direct" : "partner")
                .text("campaignId", credited ? stories.campaignOfLead(story.lead()) : null)
                .text("ownerId", version.owner())
                .text("productFamily", family)
                .moment("createdAt", story.createdAt())
                .moment("expectedCloseAt", story.createdAt().plus(Duration.ofDays((long) expectedDays)))
                .moment("closedAt", open ? null : step.at())
                .moment("wonAt", won ? step.at() : null)
                .moment("paidAt", won && paid && paidAt.isBefore(version.updatedAt()) ? paidAt : null)
                .text("lossReason", toldLost ? lossReason : null)
                .text("competitorId", toldLost && lossReason.equals("competitor") ? "x-" + (1 + dice.below(4)) : null);
        if (withHistory) {
            json.objects("stageHistory", story.steps(), (item, each) -> item.text("stageId", each.stage())
                    .moment("enteredAt", each.at()));
        }
        return json.end();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private record Version(DealStory story, int step, Instant updatedAt, double amount, String owner) {}
}
