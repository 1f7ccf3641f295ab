package crm.report.report;

import crm.engine.answer.MetricRecords;
import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.engine.query.Cursor;
import crm.engine.query.RecordsQuery;
import crm.report.metric.Inquiry;
import crm.report.metric.Inquiry.Listing;
import crm.report.metric.RecordJson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the table of a list: the records that a metric counted, with what the ids in them are called. */
final class ListMaker {

    private final Inquiry inquiry;
    private final Listing listing;
    private final Fact fact;

    ListMaker(Inquiry inquiry, Listing listing) {
        this.inquiry = inquiry;
        this.listing = listing;
        this.fact = listing.records().measure().fact();
    }

    /** A page. */
    ReportTable page() {
        return table(inquiry.page(listing.records()));
    }

    /** All of them, where neither a page's size nor its beginning was named; else the page. */
    ReportTable all() {
        if (!listing.unlimited()) {
            return page();
        }
        RecordsQuery named = listing.records();
        RecordsQuery query =
                new RecordsQuery(named.question(), named.measure(), named.sort(), null, RecordsQuery.ROWS_AT_ONCE);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        while (true) {
            MetricRecords.Page page = inquiry.page(query);
            rows.addAll(table(page).rows());
            Cursor next = page.next();
            if (next == null) {
                return new ReportTable(heads(fact), rows, totals(page), 0, true, null);
            }
            query = query.after(next);
        }
    }

    private ReportTable table(MetricRecords.Page page) {
        Map<Dimension, Map<String, String>> names = names(page);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Map<String, @Nullable Object> record : page.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(RecordJson.of(record));
            names.forEach((dimension, known) -> {
                String member = (String) record.get(column(dimension));
                row.put(Head.labelOf(dimension.name()), member == null ? null : known.getOrDefault(member, member));
            });
            rows.add(row);
        }
        Cursor next = page.next();
        return new ReportTable(heads(fact), rows, totals(page), 0, next == null, next == null ? null : next.toString());
    }

    private static Map<String, @Nullable Object> totals(MetricRecords.Page page) {
        Map<String, @Nullable Object> totals = new LinkedHashMap<>();
        totals.put("count", BigDecimal.valueOf(page.count()));
        return totals;
    }

    private Map<Dimension, Map<String, String>> names(MetricRecords.Page page) {
        Map<Dimension, Map<String, String>> names = new LinkedHashMap<>();
        for (Dimension dimension : named(fact)) {
            List<String> members = page.rows().stream()
                    .map(row -> (String) row.get(column(dimension)))
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            names.put(dimension, inquiry.names(dimension, members));
        }
        return names;
    }

    /** Dimensions whose members are ids that a record shows. */
    private static List<Dimension> named(Fact fact) {
        return fact.dimensions().stream()
                .filter(dimension -> dimension.labels() != null)
                .filter(dimension -> dimension.source() instanceof Dimension.Own own
                        && fact.shown().contains(own.column()))
                .toList();
    }

    private static String column(Dimension dimension) {
        return ((Dimension.Own) dimension.source()).column();
    }

    static List<Head> heads(Fact fact) {
        List<Head> heads = new ArrayList<>();
        for (String column : fact.shown()) {
            String key = RecordJson.lowerCamel(column);
            heads.add(new Head(key, Head.words(key), type(column), null, null, "detail", null, null));
        }
        named(fact).forEach(dimension -> heads.add(Head.label(dimension.name())));
        return heads;
    }

    private static String type(String column) {
        if (column.endsWith("_at") || column.endsWith("_from") || column.endsWith("_to")) {
            return "time";
        }
        if (column.endsWith("_seconds")) {
            return "duration";
        }
        if (column.startsWith("is_")) {
            return "boolean";
        }
        return column.equals("amount") || column.endsWith("_amount") ? "money" : "string";
    }
}
