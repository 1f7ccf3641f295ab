package crm.engine.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in an answer.
 *
 * @param bucket which bucket of the series, or none for the whole period
 * @param members one for each grouped dimension; empty for all members together
 */
record CellKey(@Nullable Integer bucket, List<String> members) {

    static final CellKey TOTAL = new CellKey(null, List.of());

    CellKey {
        members = List.copyOf(members);
    }
}
