package crm.workbench.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every pod keeps the restricted profile, the database of the local overlay included. */
class PodSecurityTest {

    @TestFactory
    Stream<DynamicTest> podsKeepTheRestrictedProfile() {
        return Manifests.workloads().stream()
                .map(workload -> DynamicTest.dynamicTest(
                        workload.name(),
                        () -> keepsTheProfile(workload.template().getSpec())));
    }

    private static void keepsTheProfile(PodSpec pod) {
        assertThat(pod.getAutomountServiceAccountToken())
                .as("service account token")
                .isFalse();
        assertThat(pod.getHostNetwork()).as("host network").isNull();
        assertThat(pod.getHostPID()).as("host processes").isNull();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).as("not root").isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).as("user").isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getVolumes())
                .allSatisfy(volume ->
                        assertThat(volume.getHostPath()).as("host folder").isNull());
        assertThat(pod.getContainers()).isNotEmpty().allSatisfy(PodSecurityTest::isConfined);
    }

    private static void isConfined(Container container) {
        var context = container.getSecurityContext();
        assertThat(context.getAllowPrivilegeEscalation())
                .as("privilege escalation")
                .isFalse();
        assertThat(context.getReadOnlyRootFilesystem()).as("read-only root").isTrue();
        assertThat(context.getPrivileged()).as("privileged").isNull();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(context.getCapabilities().getAdd()).isNullOrEmpty();
        assertThat(container.getResources().getLimits()).containsOnlyKeys("cpu", "memory");
        assertThat(container.getResources().getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(container.getEnv())
                .filteredOn(variable -> variable.getName().contains("PASSWORD")
                        || variable.getName().endsWith("_KEY"))
                .allSatisfy(variable ->
                        assertThat(variable.getValueFrom().getSecretKeyRef()).isNotNull());
    }
}
