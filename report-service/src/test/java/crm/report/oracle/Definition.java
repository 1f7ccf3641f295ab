package crm.report.oracle;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a metric tells.
 *
 * @param stock whether it is taken at an instant, and so is not told before that instant has come
 */
record Definition(
        Reckoning value,
        boolean stock,
        Map<String, Reckoning> companions,
        @Nullable Definition finer) {

    static Definition of(Reckoning value) {
        return new Definition(value, false, new LinkedHashMap<>(), null);
    }

    static Definition ofStock(Reckoning value) {
        return new Definition(value, true, new LinkedHashMap<>(), null);
    }

    /** The same of smaller things, where it is asked by what only those have. */
    Definition refinedBy(Definition other) {
        return new Definition(value, stock, companions, other);
    }

    /** The dimensions by which the value can be told. */
    Set<String> dimensions() {
        Set<String> all = new LinkedHashSet<>(value.parts().getFirst().dimensions());
        value.parts().forEach(part -> all.retainAll(part.dimensions()));
        return all;
    }

    Definition with(String companion, Reckoning reckoning) {
        companions.put(companion, reckoning);
        return this;
    }
}
