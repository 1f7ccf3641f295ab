package crm.ingest.record;

import crm.http.problem.Violation;
import crm.log.Event;
import crm.record.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Judges CloudEvents 1.0: the type tells the collection, the subject is the record's id and the time its version, where
 * the data do not tell them themselves. What is wrong is told by its place in the event.
 */
final class EventJudge {

    /** Where events are sent that name no collection. */
    static final String COLLECTION = "events";

    static final Set<String> ATTRIBUTES =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema");

    private static final EventData.Members NOTHING =
            new EventData.Members("{}".getBytes(StandardCharsets.UTF_8), true, false, null, false);

    private final UnaryOperator<RecordKind> own;
    private final Instant now;
    private final Map<String, SingleRecords> records = new HashMap<>();

    EventJudge(UnaryOperator<RecordKind> own, Instant now) {
        this.own = own;
        this.now = now;
    }

    /** @param sent the event as JSON; absent where it is too large to be kept */
    Verdict judge(EventAttributes attributes, EventData data, @Nullable String sent) {
        requireAttributes(attributes);
        @Nullable String name = attributes.text("type");
        Optional<EventType> known = name == null ? Optional.empty() : EventType.of(name);
        if (known.isEmpty()) {
            if (name != null) {
                attributes.refuse("type", Fault.UNKNOWN_TYPE, "A type such as crm.deal.v1; see the description.");
            }
            return new Verdict.Refused(COLLECTION, null, attributes.violations(), sent);
        }
        EventType type = known.get();
        EventData.Members members = type.deleted() ? NOTHING : members(attributes, data);
        if (members == null) {
            return new Verdict.Refused(type.kind().collection(), null, attributes.violations(), sent);
        }
        requireOneId(attributes, members);
        byte[] record = record(attributes, members);
        Verdict verdict = records.computeIfAbsent(type.name(), first -> new SingleRecords(own.apply(type.kind()), now))
                .read(record, record.length);
        return verdict(type, attributes, members, verdict, record);
    }

    private static void requireAttributes(EventAttributes attributes) {
        for (String required : List.of("specversion", "id", "source", "type")) {
            if (attributes.text(required) == null
                    && attributes.violations().stream().noneMatch(known -> ("/" + required).equals(known.pointer()))) {
                attributes.refuse(required, Fault.MISSING, "The attribute must be given.");
            }
        }
        @Nullable String version = attributes.text("specversion");
        if (version != null && !version.equals("1.0")) {
            attributes.refuse("specversion", Fault.NOT_A_MEMBER, "1.0, and no other version.");
        }
        @Nullable String type = attributes.text("datacontenttype");
        if (type != null && !type.matches("(?i)application/([^;\\s]+\\+)?json\\s*(;.*)?")) {
            attributes.refuse("datacontenttype", Fault.NOT_A_MEMBER, "The data are JSON.");
        }
    }

    private static EventData.@Nullable Members members(EventAttributes attributes, EventData data) {
        return switch (data) {
            case EventData.Members members -> members;
            case EventData.None none -> {
                attributes.refuse("data", Fault.MISSING, "The event carries no record.");
                yield null;
            }
            case EventData.Unusable unusable -> {
                attributes.refuse("data", unusable.fault(), unusable.detail());
                yield null;
            }
        };
    }

    private static void requireOneId(EventAttributes attributes, EventData.Members members) {
        @Nullable String subject = attributes.text("subject");
        if (subject != null && members.id() != null && !subject.equals(members.id())) {
            attributes.refuse(
                    "subject", Fault.ID_MISMATCH, "The subject is the record's id, which the data tell other.");
        }
    }

    /** The record that the event stands for. */
    private static byte[] record(EventAttributes attributes, EventData.Members members) {
        StringBuilder head = new StringBuilder("{");
        @Nullable String subject = attributes.text("subject");
        if (!members.hasId() && subject != null) {
            JsonText.append(subject, head.append("\"id\":"));
            head.append(',');
        }
        @Nullable String time = attributes.text("time");
        if (!members.hasVersion() && time != null) {
            JsonText.append(time, head.append("\"updatedAt\":"));
            head.append(',');
        }
        if (members.empty() && head.length() > 1) {
            head.setLength(head.length() - 1);
        }
        byte[] first = head.toString().getBytes(StandardCharsets.UTF_8);
        int opening = 0;
        while (members.json()[opening] != '{') {
            opening++;
        }
        byte[] record = Arrays.copyOf(first, first.length + members.json().length - opening - 1);
        System.arraycopy(members.json(), opening + 1, record, first.length, record.length - first.length);
        return record;
    }

    private static Verdict verdict(
            EventType type, EventAttributes attributes, EventData.Members members, Verdict verdict, byte[] record) {
        return switch (verdict) {
            case Verdict.Sound sound when attributes.violations().isEmpty() -> new Verdict.Sound(event(type, sound));
            case Verdict.Sound sound ->
                new Verdict.Refused(
                        sound.event().collection(),
                        sound.event().recordId(),
                        attributes.violations(),
                        new String(record, StandardCharsets.UTF_8));
            case Verdict.Refused refused -> {
                List<Violation> all = new ArrayList<>(attributes.violations());
                refused.violations().forEach(violation -> all.add(placed(violation, members)));
                yield new Verdict.Refused(refused.collection(), refused.id(), all, refused.payload());
            }
        };
    }

    private static Event event(EventType type, Verdict.Sound sound) {
        Event event = sound.event();
        return type.deleted() ? new Event(event.collection(), event.recordId(), event.version(), true, "{}") : event;
    }

    /** A fault of the record told as one of the event. */
    private static Violation placed(Violation violation, EventData.Members members) {
        @Nullable String pointer = violation.pointer();
        if ("/id".equals(pointer) && !members.hasId()) {
            return Violation.at("/subject", violation.code(), violation.detail());
        }
        if ("/updatedAt".equals(pointer) && !members.hasVersion()) {
            return Violation.at("/time", violation.code(), violation.detail());
        }
        return Violation.at("/data" + pointer, violation.code(), violation.detail());
    }
}
