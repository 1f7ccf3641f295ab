package crm.workbench.imports;

import com.fasterxml.jackson.databind.JsonNode;

/** A problem that the service tells, in lines for people. */
final class ImportRefusal {

    private static final int MOST_LINES = 30;

    private ImportRefusal() {}

    static String told(int status, JsonNode problem) {
        StringBuilder lines = new StringBuilder(hint(status, problem));
        int line = 0;
        for (JsonNode error : problem.path("errors")) {
            if (++line > MOST_LINES) {
                lines.append("\n  … and ")
                        .append(problem.path("errors").size() - MOST_LINES)
                        .append(" more");
                break;
            }
            String where = error.path("parameter").asText(error.path("pointer").asText(""));
            lines.append("\n  ")
                    .append(where.isEmpty() ? "" : where + ": ")
                    .append(error.path("detail").asText());
        }
        return lines.toString();
    }

    private static String hint(int status, JsonNode problem) {
        return switch (status) {
            case 401, 403 -> "The KEY is not one that may send records.";
            case 404 -> "There is no such COLLECTION.";
            case 413 -> "The file is too large. " + problem.path("detail").asText();
            case 429, 503 ->
                "The service is busy; try again soon. " + problem.path("detail").asText();
            default ->
                "The file was refused (" + status + "). "
                        + problem.path("detail").asText();
        };
    }
}
