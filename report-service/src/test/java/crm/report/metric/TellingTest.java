package crm.report.metric;

import static crm.report.metric.SmallWorld.text;
import static org.assertj.core.api.Assertions.assertThat;

import crm.report.table.Format;
import crm.tenant.TenantId;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was told before is told again only while it is right. */
class TellingTest {

    private static final TenantId ACME = new TenantId(7);
    private static final TenantId BOLT = new TenantId(8);
    private static final String YEAR = "close-rate?from=2025-01-01&to=2026-01-01";
    private static final int MEMORY = 50_000;

    private final SmallWorld world = new SmallWorld(MEMORY)
            .tenant(ACME, "Pacific/Auckland")
            .tenant(BOLT, "Pacific/Auckland")
            .won(ACME, "d-1", "2025-03-01T00:00:00Z");

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void theSameQuestionIsToldFromMemory() {
        Written first = world.ask(ACME, YEAR);

        assertThat(world.at("2026-05-16T12:00:00Z").ask(ACME, YEAR)).isSameAs(first);
        assertThat(text(first)).contains("\"numerator\":1,");
    }

    @Test
    void itIsTheSameHoweverItIsWritten() {
        Written first = world.ask(ACME, YEAR);

        assertThat(world.ask(ACME, "close-rate?minPosition=1&to=2026-01-01&wait=3&from=2025-01-01"))
                .isSameAs(first);
    }

    @Test
    void newDataIsToldAtOnce() {
        Written before = world.ask(ACME, YEAR);

        Written after = world.won(ACME, "d-2", "2025-04-01T00:00:00Z").ask(ACME, YEAR);

        assertThat(text(after)).contains("\"numerator\":2,");
        assertThat(after.tag()).isNotEqualTo(before.tag());
    }

    @Test
    void theSameDataOfAnotherTenantAreAnotherAnswer() {
        Written ours = world.ask(ACME, YEAR);

        Written theirs = world.won(BOLT, "d-1", "2025-03-01T00:00:00Z").ask(BOLT, YEAR);

        assertThat(theirs.body()).isEqualTo(ours.body());
        assertThat(theirs).isNotSameAs(ours);
        assertThat(theirs.tag()).isNotEqualTo(ours.tag());
    }

    @Test
    void whatATenantHasNotIsNotTakenFromAnother() {
        world.ask(ACME, YEAR);

        assertThat(text(world.ask(BOLT, YEAR))).contains("\"numerator\":0,");
    }

    @Test
    void todayIsAnotherDayFromMidnightOfTheTenantsZoneOn() {
        String today = "close-rate?period=today";
        world.won(ACME, "d-2", "2026-05-15T11:00:00Z");

        Written before = world.at("2026-05-15T11:59:59.999999Z").ask(ACME, today);
        Written after = world.at("2026-05-15T12:00:00Z").ask(ACME, today);

        assertThat(text(before)).contains("\"numerator\":1,", "\"from\":\"2026-05-15\"");
        assertThat(text(after)).contains("\"numerator\":0,", "\"from\":\"2026-05-16\"");
        assertThat(world.at("2026-05-16T11:59:59Z").ask(ACME, today)).isSameAs(after);
    }

    @Test
    void aPeriodThatHasEndedIsNoLongerPartial() {
        String may = "close-rate?from=2026-05-01&to=2026-06-01";

        Written running = world.at("2026-05-31T11:59:59.999999Z").ask(ACME, may);
        Written over = world.at("2026-05-31T12:00:00Z").ask(ACME, may);

        assertThat(text(running)).contains("\"partial\":true");
        assertThat(text(over)).contains("\"partial\":false");
    }

    @Test
    void aRunningPeriodIsComparedWithAsMuchAsHasPassed() {
        String month = "close-rate?period=this_month&compare=previous";
        world.won(ACME, "d-2", "2026-04-14T13:00:00Z");

        Written before = world.at("2026-05-14T12:59:59Z").ask(ACME, month);
        Written after = world.at("2026-05-14T14:00:01Z").ask(ACME, month);

        assertThat(text(before)).doesNotContain("\"numerator\":1,");
        assertThat(text(after)).contains("\"numerator\":1,");
    }

    @Test
    void whatDependsOnTheTimeOfDayIsAskedAgain() {
        String open = "open-opportunities?period=this_month";

        Written before = world.ask(ACME, open);

        assertThat(world.ask(ACME, open))
                .isNotSameAs(before)
                .usingRecursiveComparison()
                .isEqualTo(before);
    }

    @Test
    void otherSettingsOfTheTenantAreAnotherQuestion() {
        String today = "close-rate?from=2026-05-15&to=2026-05-16";
        world.won(ACME, "d-2", "2026-05-14T13:00:00Z");
        Written before = world.ask(ACME, today);

        world.tenant(ACME, "Europe/Brussels").rebuild(ACME);

        assertThat(text(before)).contains("\"numerator\":1,");
        assertThat(text(world.ask(ACME, today))).contains("\"numerator\":0,", "Europe/Brussels");
    }

    @Test
    void languagesAndFormatsAreApart() {
        Written english = world.ask(ACME, YEAR);

        assertThat(text(world.ask(ACME, YEAR + "&lang=fr"))).isNotEqualTo(text(english));
        Written table = world.ask(ACME, YEAR, Format.CSV);
        assertThat(text(table)).startsWith("metric,part,");
        assertThat(table.tag()).isNotEqualTo(english.tag());
        assertThat(world.ask(ACME, YEAR, Format.XLSX).tag().weak()).isTrue();
        assertThat(world.ask(ACME, YEAR, Format.CSV)).isSameAs(table);
    }

    @Test
    void theMemoryHasAnEnd() {
        LocalDate first = LocalDate.parse("2025-01-01");
        for (int day = 0; day < 60; day++) {
            world.ask(ACME, "close-rate?from=%s&to=2026-01-01".formatted(first.plusDays(day)));
        }

        assertThat(world.bytesKept()).isBetween(1L, (long) MEMORY);
    }
}
