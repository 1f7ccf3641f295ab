package crm.report.metric;

import crm.engine.query.ReportingCalendar;
import crm.engine.store.ColumnStore.Snapshot;
import crm.tenant.Rules;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;

/** Asks a snapshot as the service would, without the service. */
public final class Inquirer {

    private Inquirer() {}

    public static Inquiry of(Snapshot snapshot, ZoneId zone, String currency, DayOfWeek weekStart, Instant now) {
        Home home =
                new Home(zone, new ReportingCalendar(weekStart, Month.JANUARY), currency, Rules.USUAL, OwnFields.NONE);
        return new Inquiry(snapshot, new Surroundings(home, now));
    }
}
