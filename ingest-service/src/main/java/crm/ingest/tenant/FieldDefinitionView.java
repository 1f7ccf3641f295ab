package crm.ingest.tenant;

import crm.tenant.FieldDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field definition as it is shown.
 *
 * @param choices the members of a choice; none of another type
 * @param labels what the field is called, by language
 */
public record FieldDefinitionView(
        String collection, String name, String type, List<String> choices, Map<String, String> labels) {

    public FieldDefinitionView {
        choices = List.copyOf(choices);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** A tenant's definitions, by collection and name. */
    public record FieldDefinitionList(List<FieldDefinitionView> fieldDefinitions) {
        public FieldDefinitionList {
            fieldDefinitions = List.copyOf(fieldDefinitions);
        }
    }

    static FieldDefinitionView of(FieldDefinition definition) {
        return new FieldDefinitionView(
                definition.collection(),
                definition.field().name(),
                definition.field().type().text(),
                definition.field().choices(),
                definition.labels());
    }
}
