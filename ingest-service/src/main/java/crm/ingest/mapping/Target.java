package crm.ingest.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field and everything that can give it a value.
 *
 * @param sources in order; the first that gives a value counts
 * @param constant the value where none does
 */
record Target(String field, List<Source> sources, @Nullable String constant, CellReader constantReader) {

    Target {
        sources = List.copyOf(sources);
    }
}
