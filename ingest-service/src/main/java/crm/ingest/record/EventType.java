package crm.ingest.record;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an event says of a record: {@code crm.deal.v1} that it is as the data tell, {@code crm.deal.deleted.v1} that it
 * is taken back.
 */
record EventType(String name, RecordKind kind, boolean deleted) {

    private static final String VERSION = ".v1";

    private static final Map<String, EventType> ALL = RecordKinds.all().stream()
            .flatMap(EventType::ofKind)
            .collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    static Optional<EventType> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Stream<EventType> ofKind(RecordKind kind) {
        String name = kind.eventType();
        String taken = name.substring(0, name.length() - VERSION.length()) + ".deleted" + VERSION;
        return Stream.of(new EventType(name, kind, false), new EventType(taken, bare(kind), true));
    }

    /** To take a record back needs no more than its id. */
    private static RecordKind bare(RecordKind kind) {
        return new RecordKind(
                kind.collection(), kind.singular(), kind.description(), List.of(), kind.person(), List.of());
    }
}
