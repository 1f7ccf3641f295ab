package crm.tenant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small lists and maps as one column keeps them. */
final class StoredJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private StoredJson() {}

    static String of(Object listOrMap) {
        try {
            return MAPPER.writeValueAsString(listOrMap);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts can be written", impossible);
        }
    }

    static List<String> texts(String json) {
        return read(json, new TypeReference<List<String>>() {});
    }

    static Map<String, String> textsByName(String json) {
        return read(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a column does not hold what was written into it", broken);
        }
    }
}
