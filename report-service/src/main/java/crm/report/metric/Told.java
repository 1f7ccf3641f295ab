package crm.report.metric;

import crm.engine.model.Metric;
import crm.report.table.Format;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;

/** Answers in the form that was asked for. */
final class Told {

    /** Whether a table holds all there is. */
    static final String COMPLETE = "X-Complete";

    /** How many rows there are in all, on this page or not. */
    static final String COUNT = "X-Total-Count";

    private Told() {}

    static Response asJson(Object answer) {
        return told(Format.JSON)
                .entity(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The answer, or that it is still the one that the sender has. */
    static Response answer(Written written, List<String> ifNoneMatch) {
        Response.ResponseBuilder response = written.tag().isIn(ifNoneMatch)
                ? Response.notModified()
                : written.format() == Format.JSON
                        ? told(Format.JSON).entity(written.body())
                        : table(written.format(), written.metric(), "")
                                .entity(written.body())
                                .header(COMPLETE, true);
        return response.header(HttpHeaders.ETAG, written.tag().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    static Response asTable(Format format, Metric metric, Asking.Listed listed) {
        StreamingOutput sending = listed.table()::sendTo;
        Response.ResponseBuilder response = table(format, metric, "-records")
                .entity(sending)
                .header(COMPLETE, listed.next().isEmpty())
                .header(COUNT, listed.count())
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Optional<String> next = listed.next();
        next.ifPresent(address -> response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return response.build();
    }

    private static Response.ResponseBuilder table(Format format, Metric metric, String suffix) {
        return told(format)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + metric.id() + suffix + "." + format.word() + "\"");
    }

    private static Response.ResponseBuilder told(Format format) {
        return Response.ok().type(format.mediaType());
    }
}
