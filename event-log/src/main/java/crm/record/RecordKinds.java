package crm.record;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every kind of record there is, in the order of their collections' names: all {@link KindDefinition}s. */
public final class RecordKinds {

    private static final List<RecordKind> ALL = find();

    private static final Map<String, RecordKind> BY_COLLECTION =
            ALL.stream().collect(Collectors.toUnmodifiableMap(RecordKind::collection, Function.identity()));

    private RecordKinds() {}

    /** Always in the same order. */
    public static List<RecordKind> all() {
        return ALL;
    }

    public static Optional<RecordKind> ofCollection(String collection) {
        return Optional.ofNullable(BY_COLLECTION.get(collection));
    }

    /** By the class loader that knows the definitions, whichever the thread's is. */
    private static List<RecordKind> find() {
        List<RecordKind> found =
                ServiceLoader.load(KindDefinition.class, KindDefinition.class.getClassLoader()).stream()
                        .map(definition -> definition.get().kind())
                        .sorted(Comparator.comparing(RecordKind::collection))
                        .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(
                    "no kind was found; were they compiled without their annotation processor?");
        }
        return found;
    }
}
