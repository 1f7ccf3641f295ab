package crm.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of record there is. */
public final class RecordKinds {

    private static final List<RecordKind> ALL = List.of(
            Deals.KIND,
            Calls.KIND,
            Campaigns.KIND,
            CampaignEvents.KIND,
            Leads.KIND,
            Customers.KIND,
            Users.KIND,
            Teams.KIND,
            Pipelines.KIND);

    private static final Map<String, RecordKind> BY_COLLECTION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(RecordKind::collection, Function.identity()));

    private RecordKinds() {}

    public static List<RecordKind> all() {
        return ALL;
    }

    public static Optional<RecordKind> ofCollection(String collection) {
        return Optional.ofNullable(BY_COLLECTION.get(collection));
    }
}
