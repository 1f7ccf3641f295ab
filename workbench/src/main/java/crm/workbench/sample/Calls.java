package crm.workbench.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Calls: sellers who call out, callers who wait in queues and sometimes give up. */
final class Calls implements SampleKind {

    private final long seed;
    private final SampleSize size;
    private final BusinessCalendar calendar;
    private final Staff staff;
    private final DealStories stories;

    Calls(long seed, SampleSize size, BusinessCalendar calendar, Staff staff, DealStories stories) {
        this.seed = seed;
        this.size = size;
        this.calendar = calendar;
        this.staff = staff;
        this.stories = stories;
    }

    @Override
    public String collection() {
        return "calls";
    }

    @Override
    public long count() {
        return size.calls();
    }

    @Override
    public List<String> records(long number) {
        Dice dice = Dice.of(seed, "call", number);
        double share = (number + dice.next()) / size.calls();
        Instant startedAt = calendar.at(share);
        RecordWriter json = RecordWriter.of("call-" + (number + 1)).moment("startedAt", startedAt);
        if (dice.chance(0.52)) {
            outbound(json, startedAt, share, dice);
        } else {
            inbound(json, startedAt, dice);
        }
        return List.of(json.end());
    }

    private void outbound(RecordWriter json, Instant startedAt, double share, Dice dice) {
        json.text("direction", "outbound").text("purpose", "sales");
        subject(json, share, dice);
        double dialled = dice.between(6, 32);
        json.decimal("dialSeconds", dialled);
        switch (dice.weighted(46, 29, 15, 6, 2, 2)) {
            case 0 -> {
                talk(json.text("outcome", "connected"), startedAt.plusSeconds((long) dialled), 170, dice);
                json.text("disposition", dice.oneOf("interested", "call back", "meeting", "not now"));
            }
            case 1 -> unanswered(json, "no_answer", startedAt, dialled);
            case 2 -> unanswered(json, "voicemail", startedAt, dialled + 20);
            case 3 -> unanswered(json, "busy", startedAt, dialled);
            case 4 -> unanswered(json, "wrong_number", startedAt, dialled);
            default -> unanswered(json, "failed", startedAt, dialled);
        }
    }

    /** Two calls in three are about a deal of the last weeks; the others go to leads. */
    private void subject(RecordWriter json, double share, Dice dice) {
        double earlier = Math.max(0, share - dice.next() * 0.06);
        if (dice.chance(0.66)) {
            DealStory deal = stories.story((long) (earlier * (size.deals() - 1)));
            json.text("agentId", stories.sellerId(deal))
                    .text("dealId", deal.id())
                    .text("customerId", Customers.id(deal.customer()));
        } else {
            json.text("agentId", staff.sellerId(staff.seller(dice, share)))
                    .text("leadId", Leads.id((long) (earlier * (size.leads() - 1))));
        }
    }

    private void inbound(RecordWriter json, Instant startedAt, Dice dice) {
        boolean sales = dice.chance(0.12);
        json.text("direction", "inbound")
                .text("purpose", sales ? "sales" : "service")
                .text("queueId", sales ? "sales" : dice.oneOf("support", "support", "billing"))
                .text("customerId", dice.chance(0.7) ? Customers.id(dice.below(size.oldCustomers())) : null)
                .text("topic", dice.oneOf("contract", "delivery", "invoice", "defect", "appointment"))
                .text("source", "pbx-1");
        Instant queuedAt = startedAt.plusSeconds(5 + dice.below(25));
        double patience = dice.around(180, 0.8);
        double wait = dice.around(rush(startedAt), 0.9);
        if (dice.chance(0.012)) {
            json.text("abandonStage", "ivr").text("endedBy", "caller").moment("endedAt", queuedAt);
        } else if (dice.chance(0.02)) {
            json.moment("queuedAt", queuedAt);
            unanswered(json, dice.oneOf("voicemail", "overflow", "callback"), queuedAt, patience / 2);
        } else if (patience < wait) {
            json.moment("queuedAt", queuedAt)
                    .text("abandonStage", dice.chance(0.85) ? "queue" : "ringing")
                    .text("endedBy", "caller")
                    .moment("endedAt", queuedAt.plusSeconds((long) patience));
        } else {
            Instant answeredAt = queuedAt.plusSeconds((long) wait + 6);
            json.moment("queuedAt", queuedAt)
                    .moment("ringingAt", answeredAt.minusSeconds(6))
                    .text(
                            "agentId",
                            sales
                                    ? staff.sellerId(staff.seller(dice, calendar.share(startedAt)))
                                    : staff.agentId(dice));
            talk(json.text("outcome", "connected"), answeredAt, 260, dice);
        }
    }

    /** The usual wait in seconds: longest on Monday morning and around noon. */
    private static double rush(Instant startedAt) {
        var time = startedAt.atZone(BusinessCalendar.ZONE);
        boolean monday = time.getDayOfWeek().getValue() == 1;
        boolean noon = time.getHour() == 12 || time.getHour() == 13;
        return 24 * (monday ? 1.7 : 1) * (noon ? 1.8 : 1);
    }

    private static void talk(RecordWriter json, Instant answeredAt, double median, Dice dice) {
        double held = dice.chance(0.2) ? dice.around(40, 0.6) : 0;
        double talked = dice.around(median, 0.8);
        double wrapped = dice.around(45, 0.5);
        Instant endedAt = answeredAt.plus(Duration.ofSeconds((long) (talked + held)));
        json.moment("answeredAt", answeredAt)
                .moment("endedAt", endedAt)
                .moment("wrappedUpAt", endedAt.plusSeconds((long) wrapped))
                .text("endedBy", dice.chance(0.6) ? "caller" : "agent")
                .number("talkSeconds", (long) talked);
        if (held > 0) {
            json.number("holdSeconds", (long) held);
        }
        json.number("wrapSeconds", (long) wrapped);
    }

    private static void unanswered(RecordWriter json, String outcome, Instant from, double seconds) {
        json.text("outcome", outcome)
                .moment("endedAt", from.plusSeconds((long) seconds))
                .text("endedBy", "system");
    }
}
