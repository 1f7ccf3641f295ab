package crm.ingest.record;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.Map;
import java.util.stream.Collectors;

/** The members of each kind of record, made ready once. */
final class RecordMembers {

    private static final Map<String, Members> BY_COLLECTION = RecordKinds.all().stream()
            .collect(Collectors.toUnmodifiableMap(RecordKind::collection, RecordMembers::make));

    private RecordMembers() {}

    static Members of(RecordKind kind) {
        Members members = BY_COLLECTION.get(kind.collection());
        return members == null ? make(kind) : members;
    }

    private static Members make(RecordKind kind) {
        return Members.of(kind.fields(), "custom", new CustomReader());
    }
}
