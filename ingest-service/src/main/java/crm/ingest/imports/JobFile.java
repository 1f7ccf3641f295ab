package crm.ingest.imports;

import crm.ingest.mapping.Mapping;
import crm.ingest.mapping.RowMapper;
import crm.ingest.mapping.WrittenMapping;
import crm.record.RecordKinds;
import java.io.IOException;
import java.nio.charset.Charset;

/** The file of an import, open before its first row, and how its rows become records. */
record JobFile(Mapping mapping, ImportChunks.Content content, ImportedFile rows, RowMapper mapper) {

    static JobFile open(ImportJob job, ImportChunks chunks) throws IOException {
        Mapping mapping = mapping(job);
        ImportChunks.Content content = chunks.read(job.id());
        String charset = job.wanted().charset();
        ImportedFile rows =
                ImportedFile.open(content, mapping.file(), charset == null ? null : Charset.forName(charset));
        return new JobFile(mapping, content, rows, RowMapper.of(mapping, rows.header()));
    }

    private static Mapping mapping(ImportJob job) {
        String json = job.wanted().mapping();
        return json == null
                ? Mapping.plain(RecordKinds.ofCollection(job.wanted().collection())
                        .orElseThrow(() -> new IllegalStateException("no such collection")))
                : WrittenMapping.parse(json);
    }
}
