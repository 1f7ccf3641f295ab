package crm.report.report;

import crm.engine.model.Dimension;
import crm.report.metric.Inquiry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of a row that tell whose it is: members, and what they are called. */
final class MemberNames {

    private final List<Dimension> dimensions;
    private final Inquiry inquiry;
    private final Map<Dimension, Map<String, String>> names = new HashMap<>();

    MemberNames(ReportQuestion question, Inquiry inquiry) {
        this.dimensions = TableMaker.dimensions(question);
        this.inquiry = inquiry;
    }

    /** Looks the names up of the members that will be shown. */
    void lookUp(List<List<String>> rows) {
        for (int index = 0; index < dimensions.size(); index++) {
            int place = index;
            names.put(
                    dimensions.get(index),
                    inquiry.names(
                            dimensions.get(index),
                            rows.stream()
                                    .map(members -> members.get(place))
                                    .distinct()
                                    .toList()));
        }
    }

    String of(int dimension, String member) {
        return names.getOrDefault(dimensions.get(dimension), Map.of()).getOrDefault(member, member);
    }

    Map<String, @Nullable Object> cells(List<String> members) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        for (int index = 0; index < dimensions.size(); index++) {
            Dimension dimension = dimensions.get(index);
            cells.put(dimension.name(), members.get(index));
            if (dimension.labels() != null) {
                cells.put(Head.labelOf(dimension.name()), of(index, members.get(index)));
            }
        }
        return cells;
    }

    List<Head> heads() {
        List<Head> heads = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            heads.add(Head.dimension(dimension.name()));
            if (dimension.labels() != null) {
                heads.add(Head.label(dimension.name()));
            }
        }
        return heads;
    }
}
