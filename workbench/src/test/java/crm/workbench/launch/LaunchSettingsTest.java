package crm.workbench.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crm.workbench.sample.SampleSize;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchSettingsTest {

    @Test
    void nothingSaidMeansTheUsualPortsTheSampleWorldAndTheEmbeddedDatabase() {
        LaunchSettings settings = LaunchSettings.of(Map.of());
        assertThat(settings.ingestPort()).isEqualTo(8080);
        assertThat(settings.reportPort()).isEqualTo(8081);
        assertThat(settings.dataDirectory()).hasFileName("data").isAbsolute();
        assertThat(settings.sample()).contains(SampleSize.STANDARD);
        assertThat(settings.database()).isEmpty();
        assertThat(settings.adminKey()).isEmpty();
    }

    @Test
    void theEnvironmentDecides() {
        LaunchSettings settings = LaunchSettings.of(Map.of(
                "INGEST_PORT", "9080",
                "SAMPLE", "false",
                "CRM_ADMIN_KEY", "secret",
                "CRM_DB_URL", "jdbc:mysql://db/crm",
                "CRM_DB_USER", "ann"));
        assertThat(settings.ingestPort()).isEqualTo(9080);
        assertThat(settings.sample()).isEmpty();
        assertThat(settings.adminKey()).contains("secret");
        assertThat(settings.database()).contains(new DatabaseAddress("jdbc:mysql://db/crm", "ann", ""));
    }

    @Test
    void anEmptyVariableSaysNothing() {
        assertThat(LaunchSettings.of(Map.of("CRM_ADMIN_KEY", "", "INGEST_PORT", " "))
                        .ingestPort())
                .isEqualTo(8080);
    }

    @Test
    void aNumberOfSamplesIsHowManyTimesTheUsualSize() {
        assertThat(LaunchSettings.of(Map.of("SAMPLE", "0.5"))
                        .sample()
                        .orElseThrow()
                        .deals())
                .isEqualTo(2_500);
    }

    @Test
    void whatCannotBeAPortIsRefusedByName() {
        assertThatThrownBy(() -> LaunchSettings.of(Map.of("REPORT_PORT", "eighty")))
                .isInstanceOf(LaunchFailed.class)
                .hasMessageContaining("REPORT_PORT is eighty");
    }
}
