package crm.ingest.mapping;

import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one kind of CSV become records of one collection.
 *
 * @param name by which an import asks for it; unique in the tenant
 * @param source what the columns' names were taken from, and what is not known of them
 * @param columns in order: of several for one field, the first that gives a value counts
 * @param constants values of fields that the row gives none for
 * @param ignored columns that are known and not wanted
 * @param madeId how a record's id is made where no column holds one
 */
public record Mapping(
        String name,
        String collection,
        @Nullable String description,
        @Nullable String source,
        FileFormat file,
        DateRules dates,
        NumberRules numbers,
        List<Column> columns,
        Map<String, String> constants,
        List<String> ignored,
        UnknownColumns unknownColumns,
        @Nullable MadeId madeId) {

    /** A field of the tenant's own begins with it. */
    public static final String CUSTOM = "custom.";

    public Mapping {
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
        ignored = List.copyOf(ignored);
    }

    /** The kind of its records. */
    public RecordKind kind() {
        return RecordKinds.ofCollection(collection)
                .orElseThrow(() -> new IllegalStateException("no such collection: " + collection));
    }

    /** The mapping of a CSV whose header names the fields as JSON does. */
    public static Mapping plain(RecordKind kind) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.same("id"));
        columns.add(Column.same("updatedAt"));
        kind.fields().forEach(field -> columns.add(Column.same(field.name())));
        return new Mapping(
                kind.collection(),
                kind.collection(),
                null,
                null,
                FileFormat.USUAL,
                DateRules.USUAL,
                NumberRules.USUAL,
                columns,
                Map.of(),
                List.of(),
                UnknownColumns.REFUSE,
                null);
    }

    /** What becomes of columns that the mapping does not name. */
    public enum UnknownColumns {
        /** They are passed over. */
        IGNORE,
        /** They become fields of the tenant's own. */
        CUSTOM,
        /** The file is refused, so that no typing error goes unseen. */
        REFUSE
    }

    /**
     * An id made from a row: {@code prefix} and a hash of some columns, of all where none are named. The same row has
     * the same id in every file and on every line; rows alike in these columns are one record.
     */
    public record MadeId(String prefix, List<String> columns) {
        public MadeId {
            columns = List.copyOf(columns);
        }
    }
}
