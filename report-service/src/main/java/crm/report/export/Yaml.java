package crm.report.export;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts and flags as YAML that is read easily; every text stands in quotes. */
final class Yaml {

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    static String of(Map<String, ?> document) {
        Yaml yaml = new Yaml();
        yaml.map(document, 0, false);
        return yaml.text.toString();
    }

    /**
     * @param inline whether the first entry follows a hyphen
     */
    private void map(Map<?, ?> map, int depth, boolean inline) {
        boolean first = inline;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                text.append("  ".repeat(depth));
            }
            first = false;
            text.append(entry.getKey()).append(':');
            value(entry.getValue(), depth + 1);
        }
    }

    private void value(Object value, int depth) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('\n');
                map(map, depth, false);
            }
            case List<?> list -> {
                text.append('\n');
                for (Object each : list) {
                    text.append("  ".repeat(depth)).append("- ");
                    if (each instanceof Map<?, ?> map) {
                        map(map, depth + 1, true);
                    } else {
                        text.append(scalar(each)).append('\n');
                    }
                }
            }
            default -> text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private static String scalar(Object value) {
        return value instanceof Boolean flag
                ? flag.toString()
                : '"'
                        + value.toString()
                                .replace("\\", "\\\\")
                                .replace("\"", "\\\"")
                                .replace("\n", "\\n")
                        + '"';
    }
}
