package crm.workbench.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Does something round after round until it gets no faster: a virtual machine compiles what it runs for a while. */
final class WarmUp {

    private static final int MOST_ROUNDS = 8;
    private static final int WITHOUT_GAIN = 2;
    private static final double GAIN = 1.05;

    private WarmUp() {}

    /** Does it for a while. */
    interface Round {
        /** How many a second there were. */
        double run() throws IOException, SQLException;
    }

    static void untilSteady(Round round) throws IOException, SQLException {
        double best = round.run();
        int withoutGain = 0;
        for (int made = 1; made < MOST_ROUNDS && withoutGain < WITHOUT_GAIN; made++) {
            double now = round.run();
            withoutGain = now > best * GAIN ? 0 : withoutGain + 1;
            best = Math.max(best, now);
        }
    }
}
