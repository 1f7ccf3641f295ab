package crm.ingest.erasure;

import crm.erasure.RecordName;
import crm.ingest.tenant.JsonBody;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The request to forget somebody. */
final class ErasureBody {

    private static final int LONGEST_ADDRESS = 320;

    private ErasureBody() {}

    static Wanted of(byte @Nullable [] bytes) {
        JsonBody body = JsonBody.of(bytes, Set.of("collection", "id", "email"));
        @Nullable String collection = body.text("collection");
        @Nullable String id = body.text("id");
        @Nullable String email = body.text("email");
        if (email == null) {
            requireRecord(body, collection, id);
        } else if (body.has("collection") || body.has("id")) {
            body.add("email", "contradiction", "Either email, or collection and id.");
        } else if (!email.contains("@") || email.length() > LONGEST_ADDRESS) {
            body.add("email", "invalid_text", "An e-mail address.");
        }
        body.refuseIfWrong();
        return email == null
                ? new Wanted.ById(new RecordName(String.valueOf(collection), String.valueOf(id)))
                : new Wanted.ByEmail(email);
    }

    private static void requireRecord(JsonBody body, @Nullable String collection, @Nullable String id) {
        if (collection == null) {
            body.add("collection", "missing", "Either email, or collection and id.");
        } else if (Optional.of(collection)
                .flatMap(RecordKinds::ofCollection)
                .filter(RecordKind::person)
                .isEmpty()) {
            body.add("collection", "not_a_member", "One of " + people() + '.');
        }
        if (id == null || id.isEmpty()) {
            body.add("id", "missing", "The id of a record.");
        } else if (id.length() > RecordKind.ID_LENGTH) {
            body.add("id", "too_long", "At most " + RecordKind.ID_LENGTH + " characters.");
        }
    }

    private static String people() {
        return RecordKinds.all().stream()
                .filter(RecordKind::person)
                .map(RecordKind::collection)
                .collect(Collectors.joining(", "));
    }
}
