package crm.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TenantDatabase.class)
@SuppressWarnings("NullAway.Init") // the container fills the fields
class KeysTest {

    @Inject
    Tenants tenants;

    @Inject
    Keys keys;

    @Inject
    DataSource database;

    private TenantId acme;
    private TenantId globex;

    @BeforeEach
    void makeTenants() throws Exception {
        acme = tenants.create(new SettingsChange("Acme", null, null, null, null))
                .id();
        globex = tenants.create(new SettingsChange("Globex", null, null, null, null))
                .id();
    }

    @Test
    void aWholeKeyTellsWhoseItIs() {
        IssuedKey key = keys.issue(acme, Set.of(Scope.REPORT, Scope.INGEST), null);

        assertThat(key.text()).startsWith("crm_ingest-report_" + key.id() + "_");
        assertThat(keys.identify(key.text()))
                .contains(new Credential(acme, Set.of(Scope.INGEST, Scope.REPORT), key.id()));
    }

    @Test
    void keyIdAndSecretTellWhoseTheKeyIs() {
        IssuedKey key = keys.issue(globex, Set.of(Scope.ADMIN), null);

        assertThat(keys.identify(key.id(), key.secret()))
                .contains(new Credential(globex, Set.of(Scope.ADMIN), key.id()));
    }

    @Test
    void severalKeysAreLiveAtATime() {
        IssuedKey older = keys.issue(acme, Set.of(Scope.INGEST), null);
        IssuedKey newer = keys.issue(acme, Set.of(Scope.INGEST), null);

        assertThat(keys.identify(older.text())).isPresent();
        assertThat(keys.identify(newer.text())).isPresent();
        assertThat(keys.list(acme)).extracting(ApiKey::id).containsExactlyInAnyOrder(older.id(), newer.id());
        assertThat(keys.list(globex)).isEmpty();
    }

    @Test
    void wrongKeysAreNobodys() {
        IssuedKey key = keys.issue(acme, Set.of(Scope.INGEST), null);
        IssuedKey other = keys.issue(acme, Set.of(Scope.INGEST), null);

        assertThat(List.of(
                        "",
                        "crm_",
                        key.text() + "0",
                        key.text().toUpperCase(Locale.ROOT),
                        key.text().substring(0, key.text().length() - 1),
                        key.text().replace("crm_ingest_", "crm_admin_"),
                        key.text().replace("crm_ingest_", "crm_ingest-admin_"),
                        key.text().replace(key.id(), other.id()),
                        "crm_ingest_" + key.id() + "_"))
                .allSatisfy(wrong -> assertThat(keys.identify(wrong)).isEmpty());
        assertThat(keys.identify(key.id(), other.secret())).isEmpty();
        assertThat(keys.identify("ключ", key.secret())).isEmpty();
        assertThat(keys.identify(key.id(), "")).isEmpty();
    }

    @Test
    void aRevokedKeyIsNobodys() {
        IssuedKey key = keys.issue(acme, Set.of(Scope.INGEST), null);

        assertThat(keys.revoke(acme, key.id())).isTrue();
        assertThat(keys.identify(key.text())).isEmpty();
        assertThat(keys.list(acme).getFirst().revokedAt()).isPresent();
    }

    @Test
    void anotherTenantCannotRevokeAKey() {
        IssuedKey key = keys.issue(acme, Set.of(Scope.INGEST), null);

        assertThat(keys.revoke(globex, key.id())).isFalse();
        assertThat(keys.revoke(acme, "nosuchkey")).isFalse();
        assertThat(keys.identify(key.text())).isPresent();
    }

    @Test
    void anExpiredKeyIsNobodys() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        IssuedKey expired = keys.issue(acme, Set.of(Scope.INGEST), now.minusSeconds(1));
        IssuedKey lasting = keys.issue(acme, Set.of(Scope.INGEST), now.plusSeconds(3_600));

        assertThat(keys.identify(expired.text())).isEmpty();
        assertThat(keys.identify(lasting.text())).isPresent();
        assertThat(keys.list(acme)).extracting(ApiKey::id).contains(lasting.id());
    }

    @Test
    void theSecretIsNowhereInTheDatabaseAndNotInThePrintedKey() throws Exception {
        IssuedKey key = keys.issue(acme, EnumSet.allOf(Scope.class), null);

        assertThat(everythingStored()).isNotEmpty().noneMatch(cell -> cell.contains(key.secret()));
        assertThat(key.toString()).doesNotContain(key.secret());
    }

    private List<String> everythingStored() throws Exception {
        List<String> cells = new ArrayList<>();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), null, "%", null)) {
            while (tables.next()) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("SELECT * FROM " + tables.getString("TABLE_NAME"))) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            byte[] cell = rows.getBytes(column);
                            cells.add(cell == null ? "" : new String(cell, StandardCharsets.ISO_8859_1));
                        }
                    }
                }
            }
        }
        return cells;
    }
}
