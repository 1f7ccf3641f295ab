package crm.workbench.launch;

import java.io.PrintStream;
import java.util.Locale;

/** What whoever started the product sees; coloured and redrawn only on a terminal. */
public final class Screen {

    private static final int BAR_WIDTH = 30;

    private final PrintStream out;
    private final boolean terminal;
    private boolean barShown;

    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public synchronized void line(String text) {
        if (barShown) {
            out.println();
            barShown = false;
        }
        out.println(text);
        out.flush();
    }

    public void step(String text) {
        line(coloured("36", "▸ ") + text);
    }

    public void done(String text) {
        line(coloured("32", "✓ ") + text);
    }

    public void failure(String text) {
        line(coloured("31", "✗ ") + text);
    }

    String bold(String text) {
        return coloured("1", text);
    }

    String faint(String text) {
        return coloured("2", text);
    }

    /** Redraws a bar; where there is no terminal, nothing is shown but the end of the work. */
    void progress(String what, long done, long expected, double perSecond) {
        bar(
                what,
                done / (double) Math.max(1, expected),
                String.format(Locale.ROOT, "%,d records  %,.0f/s", done, perSecond));
    }

    /** Redraws a bar with some words behind it; nothing where there is no terminal. */
    public synchronized void bar(String what, double done, String words) {
        if (!terminal) {
            return;
        }
        double share = Math.min(1, done);
        int full = (int) Math.round(share * BAR_WIDTH);
        out.print(String.format(
                Locale.ROOT,
                "\r\033[2K  %s %s%s %3.0f%%  %s",
                what,
                coloured("32", "█".repeat(full)),
                coloured("2", "░".repeat(BAR_WIDTH - full)),
                share * 100,
                words));
        out.flush();
        barShown = true;
    }

    private String coloured(String code, String text) {
        return terminal ? "\033[" + code + "m" + text + "\033[0m" : text;
    }
}
