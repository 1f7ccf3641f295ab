package crm.workbench.manifest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The manifests of the project as typed objects; a field that the cluster does not know is refused. */
final class Manifests {

    static final Path FOLDER = Path.of("../k8s");

    private static final Map<String, Class<? extends HasMetadata>> TYPES = Map.of(
            "v1/Namespace", Namespace.class,
            "v1/ConfigMap", ConfigMap.class,
            "v1/Service", Service.class,
            "apps/v1/Deployment", Deployment.class,
            "apps/v1/StatefulSet", StatefulSet.class,
            "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class);

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new WithoutCatchAll());

    private Manifests() {}

    /** All objects of all files, patches included. */
    static List<HasMetadata> all() {
        return files().stream().flatMap(file -> in(text(file)).stream()).toList();
    }

    static <T extends HasMetadata> List<T> all(Class<T> type) {
        return all().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What pods are made from, by name of the workload; patches, which say only what differs, are left out. */
    static List<Workload> workloads() {
        Stream<Workload> deployments = all(Deployment.class).stream()
                .filter(deployment -> deployment.getSpec().getTemplate() != null)
                .map(deployment -> new Workload(
                        deployment.getMetadata().getName(), deployment.getSpec().getTemplate()));
        Stream<Workload> sets = all(StatefulSet.class).stream()
                .filter(set -> set.getSpec().getTemplate() != null)
                .map(set ->
                        new Workload(set.getMetadata().getName(), set.getSpec().getTemplate()));
        return Stream.concat(deployments, sets).toList();
    }

    static List<Path> files() {
        return yamlFiles().stream()
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .toList();
    }

    static List<Path> kustomizations() {
        return yamlFiles().stream()
                .filter(file -> file.endsWith("kustomization.yaml"))
                .toList();
    }

    static List<HasMetadata> in(String text) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            List<HasMetadata> objects = new ArrayList<>();
            while (documents.hasNext()) {
                objects.add(typed(documents.next()));
            }
            return objects;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static JsonNode untyped(Path file) {
        try {
            return YAML.readTree(text(file));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static HasMetadata typed(JsonNode document) throws IOException {
        String name = document.path("apiVersion").asText() + "/"
                + document.path("kind").asText();
        Class<? extends HasMetadata> type =
                Objects.requireNonNull(TYPES.get(name), () -> "no type is known for " + name);
        return YAML.treeToValue(document, type);
    }

    private static List<Path> yamlFiles() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A deployment or a set, and the pods it makes. */
    record Workload(String name, PodTemplateSpec template) {}

    /** The cluster's types put unknown fields aside quietly; here they are to fail. */
    private static final class WithoutCatchAll extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
