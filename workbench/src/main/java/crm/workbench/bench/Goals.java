package crm.workbench.bench;

import java.util.Locale;

/** What was wanted, what was measured, and whether the one reaches the other. */
final class Goals {

    private final Table table = new Table("what", "goal", "measured", "reached");

    Goals atLeast(String what, double goal, double measured, String form) {
        return row(what, "≥ " + told(form, goal), told(form, measured), measured >= goal);
    }

    Goals atMost(String what, double goal, double measured, String form) {
        return row(what, "≤ " + told(form, goal), told(form, measured), measured <= goal);
    }

    private Goals row(String what, String goal, String measured, boolean reached) {
        table.row(what, goal, measured, reached ? "yes" : "no");
        return this;
    }

    private static String told(String form, double number) {
        return String.format(Locale.ROOT, form, number);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
