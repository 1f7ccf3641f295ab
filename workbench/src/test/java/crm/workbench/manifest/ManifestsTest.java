package crm.workbench.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The manifests fit together, and fit what the services serve. */
class ManifestsTest {

    private static final List<String> SERVICES = List.of("ingest-service", "report-service");

    @Test
    void everyManifestHasOnlyFieldsTheClusterKnows() {
        assertThat(Manifests.all())
                .hasSizeGreaterThan(10)
                .allSatisfy(object -> assertThat(object.getMetadata().getName()).isNotBlank());
    }

    @Test
    void aMisspeltFieldIsRefused() {
        String misspelt = Manifests.text(Manifests.FOLDER.resolve("base/ingest-service.yaml"))
                .replace("runAsNonRoot", "runAsNonroot");

        assertThatThrownBy(() -> Manifests.in(misspelt)).hasMessageContaining("runAsNonroot");
    }

    @Test
    void everyServiceFindsItsPodsAndTheirPort() {
        for (Service service : Manifests.all(Service.class)) {
            List<Container> found = Manifests.workloads().stream()
                    .filter(workload -> workload.template()
                            .getMetadata()
                            .getLabels()
                            .entrySet()
                            .containsAll(service.getSpec().getSelector().entrySet()))
                    .flatMap(workload -> workload.template().getSpec().getContainers().stream())
                    .toList();
            assertThat(found)
                    .as("containers behind %s", service.getMetadata().getName())
                    .hasSize(1);
            assertThat(found.getFirst().getPorts())
                    .extracting(port -> port.getName())
                    .contains(service.getSpec()
                            .getPorts()
                            .getFirst()
                            .getTargetPort()
                            .getStrVal());
        }
    }

    @Test
    void probesAskTheHealthOfTheServices() {
        for (Container container : containersOfServices()) {
            assertThat(List.of(
                            path(container.getStartupProbe()),
                            path(container.getReadinessProbe()),
                            path(container.getLivenessProbe())))
                    .containsExactly("/q/health/started", "/q/health/ready", "/q/health/live");
        }
    }

    @Test
    void theServicesReadEverySettingTheyAreGiven() {
        for (Container container : containersOfServices()) {
            String settings =
                    Manifests.text(Path.of("..", container.getName(), "src/main/resources/application.properties"));
            assertThat(container.getEnv())
                    .allSatisfy(variable -> assertThat(settings).contains("${" + variable.getName()));
        }
    }

    @Test
    void eachServiceKeepsAnInstanceWhenNodesAreEmptied() {
        assertThat(Manifests.all(PodDisruptionBudget.class))
                .extracting(budget -> budget.getMetadata().getName())
                .containsExactlyElementsOf(SERVICES);
    }

    @Test
    void trafficIsDeniedUnlessAPolicyNamesIt() {
        NetworkPolicy deny = Manifests.all(NetworkPolicy.class).stream()
                .filter(policy -> policy.getMetadata().getName().equals("deny-all"))
                .findFirst()
                .orElseThrow();

        assertThat(deny.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        assertThat(deny.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(deny.getSpec().getIngress()).isNullOrEmpty();
        assertThat(deny.getSpec().getEgress()).isNullOrEmpty();
    }

    @Test
    void imagesArePinned() {
        JsonNode base = Manifests.untyped(Manifests.FOLDER.resolve("base/kustomization.yaml"));
        Map<String, String> tags = StreamSupport.stream(base.path("images").spliterator(), false)
                .collect(Collectors.toMap(image -> image.path("name").asText(), image -> image.path("newTag")
                        .asText()));

        for (Manifests.Workload workload : Manifests.workloads()) {
            for (Container container : workload.template().getSpec().getContainers()) {
                String image = container.getImage();
                String tag = image.contains(":")
                        ? image.substring(image.indexOf(':') + 1)
                        : Objects.requireNonNull(tags.get(image), image);
                assertThat(tag).as(image).matches("\\d+\\.\\d+\\.\\d+.*");
            }
        }
    }

    @Test
    void everyFileIsNamedByItsKustomization() {
        for (Path kustomization : Manifests.kustomizations()) {
            JsonNode named = Manifests.untyped(kustomization);
            Path folder = Objects.requireNonNull(kustomization.getParent());
            assertThat(Manifests.files().stream().filter(file -> folder.equals(file.getParent())))
                    .allSatisfy(file -> assertThat(named.findValuesAsText("path")
                                            .contains(name(file))
                                    || named.path("resources").toString().contains("\"" + name(file) + "\""))
                            .as("%s in %s", file, kustomization)
                            .isTrue());
            assertThat(named.path("resources"))
                    .allSatisfy(resource -> assertThat(Files.exists(folder.resolve(resource.asText())))
                            .as(resource.asText())
                            .isTrue());
        }
    }

    private static List<Container> containersOfServices() {
        List<Container> containers = Manifests.workloads().stream()
                .flatMap(workload -> workload.template().getSpec().getContainers().stream())
                .filter(container -> SERVICES.contains(container.getName()))
                .toList();
        assertThat(containers).hasSize(SERVICES.size());
        return containers;
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPath();
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
