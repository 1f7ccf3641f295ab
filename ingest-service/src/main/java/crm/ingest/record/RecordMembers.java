package crm.ingest.record;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.Map;
import java.util.stream.Collectors;

/** The members of each kind of record, made ready once; of a kind with fields of a tenant's own when it is needed. */
final class RecordMembers {

    private static final Map<String, Members> BY_COLLECTION = RecordKinds.all().stream()
            .collect(Collectors.toUnmodifiableMap(RecordKind::collection, RecordMembers::make));

    private RecordMembers() {}

    static Members of(RecordKind kind) {
        Members members = kind.customFields().isEmpty() ? BY_COLLECTION.get(kind.collection()) : null;
        return members == null ? make(kind) : members;
    }

    private static Members make(RecordKind kind) {
        return Members.of(kind.fields(), "custom", new CustomReader(kind.customFields()));
    }
}
