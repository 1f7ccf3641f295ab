package crm.workbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members do with what campaigns send them; the number is that of the member, over all campaigns. */
final class CampaignEvents implements SampleKind {

    /** A little below what a member has on average, so that the record limit is what ends the stream. */
    private static final double EVENTS_A_MEMBER = 2.3;

    private final long seed;
    private final SampleSize size;
    private final BusinessCalendar calendar;
    private final Campaigns campaigns;
    private final long members;

    CampaignEvents(long seed, SampleSize size, BusinessCalendar calendar, Campaigns campaigns) {
        this.seed = seed;
        this.size = size;
        this.calendar = calendar;
        this.campaigns = campaigns;
        this.members = (long) (size.campaignEvents() / EVENTS_A_MEMBER) + 10;
    }

    @Override
    public String collection() {
        return "campaign-events";
    }

    @Override
    public long count() {
        return members;
    }

    @Override
    public long recordLimit() {
        return size.campaignEvents();
    }

    @Override
    public List<String> records(long member) {
        long campaign = member * campaigns.started() / members;
        Dice dice = Dice.of(seed, "member", member);
        Member who = member(member, campaign, dice);
        List<String> events = new ArrayList<>();
        add(events, who, "sent", who.sentAt());
        Instant arrivedAt = who.sentAt().plusSeconds(2 + dice.below(90));
        if (dice.chance(0.03)) {
            add(events, who, "bounced", arrivedAt);
            return events;
        }
        add(events, who, "delivered", arrivedAt);
        Instant now = after(arrivedAt, dice.around(5, 1.2));
        double appeal = campaigns.appeal(campaign);
        if (dice.chance(0.36)) {
            add(events, who, "opened", now);
            now = after(now, dice.around(0.1, 0.8));
            if (dice.chance(Math.min(0.8, 0.34 * appeal))) {
                add(events, who, "clicked", now);
                respond(who, now, appeal, dice, events);
            } else if (dice.chance(0.02)) {
                add(events, who, "unsubscribed", now);
            }
        } else if (dice.chance(0.004)) {
            add(events, who, "complained", now);
        }
        return events;
    }

    private void respond(Member who, Instant clickedAt, double appeal, Dice dice, List<String> events) {
        if (dice.chance(Math.min(0.8, 0.3 * appeal))) {
            Instant respondedAt = after(clickedAt, dice.around(3, 1.2));
            add(events, who, "responded", respondedAt);
            if (dice.chance(0.25)) {
                add(events, who, "converted", after(respondedAt, dice.around(60, 0.7)));
            }
        }
    }

    private Member member(long member, long campaign, Dice dice) {
        Instant startedAt = campaigns.startedAt(campaign);
        long wave = dice.below(3);
        Duration delay = campaigns.length(campaign).multipliedBy(wave).dividedBy(4);
        Instant sentAt = startedAt.plus(delay).plusSeconds(dice.below(7_200));
        double share = calendar.share(sentAt);
        @Nullable String customer = null;
        @Nullable String lead = null;
        switch (dice.weighted(40, 38, 22)) {
            case 0 -> {
                long brought = (long) (share * size.broughtCustomers());
                customer = Customers.id(dice.below(size.oldCustomers() + Math.max(0, brought - 1)));
            }
            case 1 -> {
                double recent = Math.max(0, share - dice.next() * 0.12);
                lead = Leads.id((long) (recent * (size.leads() - 1)));
            }
            default -> {}
        }
        return new Member(member, campaign, sentAt, customer, lead, dice.oneOf("newsletter", "purchased", "website"));
    }

    private static Instant after(Instant moment, double hours) {
        return moment.plusSeconds((long) (hours * 3_600));
    }

    /** Adds the event, unless it lies beyond the end of the world. */
    private void add(List<String> events, Member who, String type, Instant at) {
        if (!at.isBefore(calendar.end())) {
            return;
        }
        RecordWriter json = RecordWriter.of("e-" + (who.number() + 1) + "-" + type)
                .text("campaignId", campaigns.id(who.campaign()))
                .text("memberId", "m-" + (who.number() + 1))
                .text("eventType", type)
                .moment("occurredAt", at)
                .text("customerId", who.customer())
                .text("leadId", who.lead())
                .text("channel", campaigns.channel(who.campaign()))
                .text("segment", Campaigns.SEGMENTS[(int) (who.number() % Campaigns.SEGMENTS.length)])
                .text("sourceList", who.sourceList());
        if (type.equals("sent")) {
            json.decimal("cost", 0.02);
        }
        events.add(json.end());
    }

    private record Member(
            long number,
            long campaign,
            Instant sentAt,
            @Nullable String customer,
            @Nullable String lead,
            String sourceList) {}
}
