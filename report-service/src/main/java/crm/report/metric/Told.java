package crm.report.metric;

import crm.engine.model.Metric;
import crm.report.table.Format;
import crm.report.table.Spool;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;

/** Answers in the form that was asked for. */
final class Told {

    /** Whether a table holds all there is. */
    static final String COMPLETE = "X-Complete";

    /** How many rows there are in all, on this page or not. */
    static final String COUNT = "X-Total-Count";

    private Told() {}

    static Response asJson(Object answer) {
        return told(Format.JSON).entity(answer).build();
    }

    static Response asTable(Format format, Asking.Answered answered) {
        Spool table = Spool.of(format, writer -> AnswerTable.write(answered.question(), answered.response(), writer));
        return table(format, answered.question().metric(), "", table)
                .header(COMPLETE, true)
                .build();
    }

    static Response asTable(Format format, Metric metric, Asking.Listed listed) {
        Response.ResponseBuilder response = table(format, metric, "-records", listed.table())
                .header(COMPLETE, listed.next().isEmpty())
                .header(COUNT, listed.count());
        Optional<String> next = listed.next();
        next.ifPresent(address -> response.header(HttpHeaders.LINK, "<" + address + ">; rel=\"next\""));
        return response.build();
    }

    private static Response.ResponseBuilder table(Format format, Metric metric, String suffix, Spool table) {
        StreamingOutput sending = table::sendTo;
        return told(format)
                .entity(sending)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + metric.id() + suffix + "." + format.word() + "\"");
    }

    private static Response.ResponseBuilder told(Format format) {
        return Response.ok().type(format.mediaType()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
