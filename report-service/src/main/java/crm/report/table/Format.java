package crm.report.table;

import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what form an answer is told. */
public enum Format {
    JSON(MediaType.APPLICATION_JSON),
    CSV(Format.CSV_TYPE),
    XLSX(Format.XLSX_TYPE);

    public static final String CSV_TYPE = "text/csv";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /** As {@code format=} spells it, and names of files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form asked for: by {@code format=}, else by the header Accept. */
    public static Format of(UriInfo uri, HttpHeaders headers) {
        String word = uri.getQueryParameters().getFirst("format");
        return (word == null ? accepted(headers) : named(word))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        "Answers are told as json, csv or xlsx: name one by format, or its media type in Accept."));
    }

    TableWriter writer(OutputStream out) {
        return switch (this) {
            case JSON -> throw new IllegalArgumentException("JSON is no table");
            case CSV -> new CsvTable(out);
            case XLSX -> new XlsxTable(out, XlsxTable.MOST_ROWS);
        };
    }

    private static Optional<Format> named(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    private static Optional<Format> accepted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(type -> Arrays.stream(values())
                        .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType))))
                .findFirst();
    }
}
