package crm.tenant;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.Currency;

/** A customer of the installation, with records, numbers and keys of its own. */
@Entity
@Table(name = "tenant")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
public class Tenant extends PanacheEntityBase {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "name")
    private String name;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "currency")
    private String currency;

    @Column(name = "week_start")
    private String weekStart;

    @Column(name = "fiscal_year_start")
    private int fiscalYearStart;

    @Column(name = "created_at", updatable = false)
    @Convert(converter = MicrosecondsConverter.class)
    private Instant createdAt;

    protected Tenant() {}

    Tenant(TenantId id, Settings settings, Instant createdAt) {
        this.id = id.number();
        this.createdAt = createdAt;
        settle(settings);
    }

    public TenantId id() {
        return new TenantId(id);
    }

    public Settings settings() {
        return new Settings(
                name,
                ZoneId.of(timeZone),
                Currency.getInstance(currency),
                DayOfWeek.valueOf(weekStart),
                Month.of(fiscalYearStart));
    }

    public Instant createdAt() {
        return createdAt;
    }

    void settle(Settings settings) {
        name = settings.name();
        timeZone = settings.timeZone().getId();
        currency = settings.currency().getCurrencyCode();
        weekStart = settings.weekStart().name();
        fiscalYearStart = settings.fiscalYearStart().getValue();
    }
}
