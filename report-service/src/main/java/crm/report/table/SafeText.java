package crm.report.table;

/** Text that a spreadsheet would take for a formula, made plain by an apostrophe before it. */
final class SafeText {

    private static final String RUNS = "=+-@\t\r\n";

    private SafeText() {}

    static String of(String text) {
        return text.isEmpty() || RUNS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
