package crm.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TenantDatabase.class)
@SuppressWarnings("NullAway.Init") // the container fills the fields
class TenantsTest {

    @Inject
    Tenants tenants;

    @Test
    void aTenantIsFoundAsItWasMade() throws Exception {
        Tenant made = tenants.create(new SettingsChange("Acmé 🚀", "Europe/Paris", "EUR", "sunday", 4));

        Tenant found = tenants.find(made.id()).orElseThrow();

        assertThat(found.createdAt()).isEqualTo(made.createdAt());
        assertThat(found.settings())
                .isEqualTo(new Settings(
                        "Acmé 🚀",
                        ZoneId.of("Europe/Paris"),
                        Currency.getInstance("EUR"),
                        DayOfWeek.SUNDAY,
                        Month.APRIL));
    }

    @Test
    void whatIsNotSaidStaysAsItIs() throws Exception {
        TenantId id = tenants.create(change("Acme", "Europe/Paris")).id();

        tenants.change(id, change(null, "Asia/Tokyo"));

        Settings settings = tenants.find(id).orElseThrow().settings();
        assertThat(settings.name()).isEqualTo("Acme");
        assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(settings.currency()).isEqualTo(Currency.getInstance("USD"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        SettingsChange wrong = new SettingsChange(" ", "+02:00", "euro", "Monday", 13);

        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> tenants.create(wrong));

        assertThat(refused.errors())
                .extracting(InvalidSettings.Error::field)
                .containsExactly("name", "timeZone", "currency", "weekStart", "fiscalYearStart");
    }

    @Test
    void aNewTenantNeedsAName() {
        InvalidSettings refused = catchThrowableOfType(InvalidSettings.class, () -> tenants.create(change(null, null)));

        assertThat(refused.errors()).extracting(InvalidSettings.Error::field).containsExactly("name");
    }

    @Test
    void aRefusedChangeChangesNothing() throws Exception {
        TenantId id = tenants.create(change("Acme", "Europe/Paris")).id();

        assertThatThrownBy(() -> tenants.change(id, new SettingsChange("Other", null, "?", null, null)))
                .isInstanceOf(InvalidSettings.class);

        assertThat(tenants.find(id).orElseThrow().settings().name()).isEqualTo("Acme");
    }

    @Test
    void allTenantsAreListed() throws Exception {
        TenantId acme = tenants.create(change("Acme", null)).id();
        TenantId globex = tenants.create(change("Globex", null)).id();

        assertThat(tenants.all()).extracting(Tenant::id).contains(acme, globex);
    }

    @Test
    void anUnknownTenantIsNotThere() throws Exception {
        assertThat(tenants.find(new TenantId(5))).isEmpty();
        assertThat(tenants.change(new TenantId(5), change("Acme", null))).isEmpty();
    }

    private static SettingsChange change(@Nullable String name, @Nullable String timeZone) {
        return new SettingsChange(name, timeZone, null, null, null);
    }
}
