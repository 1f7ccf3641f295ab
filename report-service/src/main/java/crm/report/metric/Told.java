package crm.report.metric;

import crm.engine.model.Metric;
import crm.report.table.Format;
import crm.report.table.Spool;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;

/** Answers in the form that was asked for. */
public final class Told {

    /** Whether a table holds all there is. */
    public static final String COMPLETE = "X-Complete";

    /** How many rows there are in all, on this page or not. */
    public static final String COUNT = "X-Total-Count";

    private Told() {}

    public static Response asJson(Object answer) {
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
                        : table(written.format(), written.metric().id())
                                .entity(written.body())
                                .header(COMPLETE, true);
        return response.header(HttpHeaders.ETAG, written.tag().toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    static Response asTable(Format format, Metric metric, Asking.Listed listed) {
        StreamingOutput sending = listed.table()::sendTo;
        Response.ResponseBuilder response = table(format, metric.id() + "-records")
                .entity(sending)
                .header(COMPLETE, listed.next().isEmpty())
                .header(COUNT, listed.count())
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        Optional<String> next = listed.next();
        next.ifPresent(address -> response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return response.build();
    }

    /** Another table, in a file of this name. */
    public static Response asTable(Format format, String name, boolean complete, Spool.Filling filling) {
        StreamingOutput sending = Spool.of(format, filling)::sendTo;
        return table(format, name)
                .entity(sending)
                .header(COMPLETE, complete)
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private static Response.ResponseBuilder table(Format format, String name) {
        return told(format)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + format.word() + "\"");
    }

    private static Response.ResponseBuilder told(Format format) {
        return Response.ok().type(format.mediaType());
    }
}
