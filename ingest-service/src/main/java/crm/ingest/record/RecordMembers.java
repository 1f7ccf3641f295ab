package crm.ingest.record;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of each kind of record, made ready once; of a kind with fields of a tenant's own when it is needed. */
final class RecordMembers {

    private static final Map<String, Members> BY_COLLECTION = RecordKinds.all().stream()
            .collect(Collectors.toUnmodifiableMap(RecordKind::collection, RecordMembers::make));

    private RecordMembers() {}

    /** A kind without fields is not one of those that are known, whatever its collection. */
    static Members of(RecordKind kind) {
        boolean known = kind.customFields().isEmpty() && !kind.fields().isEmpty();
        @Nullable Members members = known ? BY_COLLECTION.get(kind.collection()) : null;
        return members == null ? make(kind) : members;
    }

    private static Members make(RecordKind kind) {
        return Members.of(kind.fields(), "custom", new CustomReader(kind.customFields()));
    }
}
