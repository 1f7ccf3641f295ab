package crm.ingest.imports;

import crm.ingest.mapping.ColumnUse;
import crm.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to import.
 *
 * @param keyId of the key it was sent with
 * @param mappingName absent: the columns are named like the fields
 * @param mapping as it was then, as JSON
 * @param charset as the request said
 * @param header the file's first row
 */
record NewImport(
        ImportId id,
        TenantId tenant,
        String keyId,
        String collection,
        @Nullable String mappingName,
        @Nullable String mapping,
        @Nullable String charset,
        List<String> header,
        ColumnUse use) {

    NewImport {
        header = List.copyOf(header);
    }
}
