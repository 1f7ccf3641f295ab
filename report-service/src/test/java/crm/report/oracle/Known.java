package crm.report.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the pushed records come to: each with its versions, lowest first; what was taken back is not known. */
final class Known {

    private final Map<String, Map<String, Entity>> entities = new LinkedHashMap<>();
    private final String currency;

    /** A record that stands, and its history. */
    record Entity(String id, List<Version> versions) {
        Version now() {
            return versions.getLast();
        }
    }

    Known(World world) {
        this.currency = world.currency();
        Map<String, Map<String, List<Version>>> versions = new TreeMap<>();
        for (Pushed each : world.pushed()) {
            versions.computeIfAbsent(each.collection(), name -> new TreeMap<>())
                    .computeIfAbsent(each.id(), id -> new ArrayList<>())
                    .add(new Version(each.version(), each.deleted(), each.fields()));
        }
        versions.forEach((collection, byId) -> byId.forEach((id, all) -> {
            all.sort(Comparator.comparing(Version::at));
            if (!all.getLast().deleted()) {
                entities.computeIfAbsent(collection, name -> new TreeMap<>())
                        .put(
                                id,
                                new Entity(
                                        id,
                                        all.stream()
                                                .filter(each -> !each.deleted())
                                                .toList()));
            }
        }));
    }

    List<Entity> all(String collection) {
        return List.copyOf(entities.getOrDefault(collection, Map.of()).values());
    }

    /** Those that were not merged into another. */
    List<Entity> surviving(String collection) {
        return all(collection).stream()
                .filter(each -> !each.now().has("mergedInto"))
                .toList();
    }

    Optional<Entity> find(String collection, @Nullable String id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(
                        entities.getOrDefault(collection, Map.of()).get(id));
    }

    /** The account that a merged one became. */
    @Nullable
    String survivor(@Nullable String customer) {
        return survivor("customers", customer);
    }

    /** The record that a merged one became. */
    @Nullable
    String survivor(String collection, @Nullable String id) {
        String reached = id;
        for (int step = 0; step < 20; step++) {
            Optional<Entity> entity = find(collection, reached);
            if (entity.isEmpty() || !entity.get().now().has("mergedInto")) {
                return reached;
            }
            reached = entity.get().now().text("mergedInto");
        }
        return reached;
    }

    /** What the record that a merged one became tells, else what it told itself. */
    <T> Optional<T> toldBySurvivor(String collection, @Nullable String id, Function<Version, Optional<T>> field) {
        return find(collection, survivor(collection, id))
                .flatMap(each -> field.apply(each.now()))
                .or(() -> find(collection, id).flatMap(each -> field.apply(each.now())));
    }

    /** The user's team at that time; before the first that is known of, that one. */
    @Nullable
    String teamOf(@Nullable String user, Instant at) {
        Optional<Entity> entity = find("users", user);
        if (entity.isEmpty()) {
            return null;
        }
        String team = null;
        for (Version version : entity.get().versions()) {
            if (team == null || !version.at().isAfter(at)) {
                team = version.has("teamId") ? version.text("teamId") : team;
            }
        }
        return team;
    }

    @Nullable
    String team(Version version, String owner, Instant at) {
        return version.has("teamId") ? version.text("teamId") : teamOf(version.text(owner), at);
    }

    /** The team that a record as it stands names, else the one its owner is in now. */
    @Nullable
    String teamToday(Version now, String owner) {
        return team(now, owner, Instant.MAX);
    }

    String currencyOf(Version version) {
        return version.textOr("currency", currency);
    }

    /** What the stage of a pipeline is; of any pipeline where none is named, the first that has it. */
    Map<String, Object> stage(@Nullable String pipeline, @Nullable String stage) {
        return all("pipelines").stream()
                .filter(each -> pipeline == null || each.id().equals(pipeline))
                .flatMap(each -> each.now().objects("stages").stream())
                .filter(each -> Objects.equals(each.get("id"), stage))
                .findFirst()
                .orElse(Map.of());
    }
}
