package crm.report.oracle;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a metric tells.
 *
 * @param stock whether it is taken at an instant, and so is not told before that instant has come
 */
record Definition(Reckoning value, boolean stock, Map<String, Reckoning> companions) {

    static Definition of(Reckoning value) {
        return new Definition(value, false, new LinkedHashMap<>());
    }

    static Definition ofStock(Reckoning value) {
        return new Definition(value, true, new LinkedHashMap<>());
    }

    Definition with(String companion, Reckoning reckoning) {
        companions.put(companion, reckoning);
        return this;
    }
}
