package crm.report.oracle;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** A tenant and everything that was pushed for it, in order of arrival. */
record World(ZoneId zone, String currency, DayOfWeek weekStart, Instant now, List<Pushed> pushed) {
    World {
        pushed = List.copyOf(pushed);
    }

    World with(List<Pushed> others) {
        return new World(zone, currency, weekStart, now, others);
    }
}
