package crm.ingest.imports;

import java.util.regex.Pattern;

/**
 * Makes cells harmless for programs that would run them as formulas, and takes it back: an apostrophe goes before what
 * would be run, and before what looks as if one had been put there. Numbers and telephone numbers stay as they are.
 */
final class SpreadsheetCells {

    private static final String RUN = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9 .,()/-]*%?");

    private SpreadsheetCells() {}

    static String neutral(String cell) {
        return isRun(cell) ? '\'' + cell : cell;
    }

    /** What {@link #neutral} was given. */
    static String original(String cell) {
        return cell.startsWith("'") && isRun(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isRun(String cell) {
        int first = 0;
        while (first < cell.length() && cell.charAt(first) == '\'') {
            first++;
        }
        return first < cell.length()
                && RUN.indexOf(cell.charAt(first)) >= 0
                && !(first == 0 && NUMBER.matcher(cell).matches());
    }
}
