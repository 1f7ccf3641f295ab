package crm.workbench.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DemoTenantTest {

    private static final DemoTenant TENANT =
            new DemoTenant("17", "crm_ingest_a_b", "crm_report_c_d", Optional.empty(), false);

    @TempDir
    Path directory = Path.of("");

    @Test
    void whatIsWrittenIsReadAgain() {
        DemoTenant loaded = TENANT.withSample(LocalDate.of(2026, 11, 21), true);
        TENANT.write(file());
        loaded.write(file());
        assertThat(DemoTenant.read(file())).contains(loaded);
    }

    @Test
    void thereIsNoneBeforeTheFirstStart() {
        assertThat(DemoTenant.read(file())).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keysAreForTheirOwnerOnly() throws Exception {
        TENANT.write(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void theAdminKeyIsMadeOnce() {
        String key = AdminKey.kept(file());
        assertThat(key).hasSize(64);
        assertThat(AdminKey.kept(file())).isEqualTo(key);
    }

    private Path file() {
        return directory.resolve("kept");
    }
}
