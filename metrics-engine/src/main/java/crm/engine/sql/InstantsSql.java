package crm.engine.sql;

import crm.engine.model.Fact;
import crm.engine.query.MetricQuery;
import crm.engine.query.TimeAxis.Bucket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** The instants that a question is about, filled into facts whose rows depend on them. */
final class InstantsSql {

    private static final String NAMES = " instants(instant, just_before, just_before_date)";

    private final MetricQuery query;

    InstantsSql(MetricQuery query) {
        this.query = query;
    }

    /** The fact at the end of the period. */
    Fact atTheEnd(Fact fact) {
        Bucket whole = new Bucket("", query.range().from(), query.range().to());
        return fact.dependsOnInstants() ? fact.at(ends(List.of(whole))) : fact;
    }

    /** The fact at the end of each bucket. */
    Fact atEachEnd(Fact fact) {
        return fact.at(ends(query.axis().buckets()));
    }

    /** Of those that have begun; one that is running ends now. */
    private String ends(List<Bucket> buckets) {
        String rows = buckets.stream()
                .filter(bucket -> bucket.start().isBefore(query.now()))
                .map(bucket -> row(bucket.end().isBefore(query.now()) ? bucket.end() : query.now()))
                .collect(Collectors.joining(", "));
        return rows.isEmpty()
                ? "(SELECT NULL::TIMESTAMP, NULL::TIMESTAMP, NULL::DATE WHERE FALSE)" + NAMES
                : "(VALUES " + rows + ")" + NAMES;
    }

    private String row(Instant instant) {
        Instant justBefore = instant.minusNanos(1000);
        return "(%s, %s, %s)"
                .formatted(
                        TimeSql.literal(instant),
                        TimeSql.literal(justBefore),
                        TimeSql.literal(LocalDate.ofInstant(justBefore, query.homeZone())));
    }
}
