package crm.ingest.imports;

import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemType;
import crm.ingest.csv.CsvUnreadable;
import crm.ingest.mapping.Mapping;
import crm.ingest.mapping.RowMapper;
import crm.tenant.Sender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody wants to import, and how they say it is to be read.
 *
 * @param mappingName absent: the columns are named like the fields
 * @param json the mapping as written; absent where there is none
 * @param charset as the request says
 */
record Upload(
        Sender sender,
        Mapping mapping,
        @Nullable String mappingName,
        @Nullable String json,
        @Nullable Charset charset) {

    /** Stores the file piece by piece; answers the import once all of it is durable. */
    ImportId store(InputStream bytes, long largest, ImportJobs jobs, ImportChunks chunks)
            throws IOException, SQLException {
        byte[] piece = new byte[ImportChunks.SIZE];
        int length = bytes.readNBytes(piece, 0, piece.length);
        NewImport wanted = judged(Arrays.copyOf(piece, length));
        jobs.begin(wanted);
        try {
            long size = 0;
            for (int number = 0; length > 0; number++) {
                size += length;
                if (size > largest) {
                    throw new ProblemException(ProblemType.TOO_LARGE, "A file has at most " + largest + " bytes.");
                }
                chunks.write(wanted.id(), number, piece, length);
                jobs.receiving(wanted.id(), size);
                length = bytes.readNBytes(piece, 0, piece.length);
            }
            if (!jobs.received(wanted.id(), size)) {
                throw new ProblemException(ProblemType.UNAVAILABLE, "The file came in too slowly.");
            }
            return wanted.id();
        } catch (IOException | SQLException | RuntimeException broken) {
            giveUp(wanted.id(), jobs, chunks);
            throw broken;
        }
    }

    /** Whether the first row fits the mapping is told before the rest is waited for. */
    private NewImport judged(byte[] beginning) throws IOException {
        try {
            ImportedFile file = ImportedFile.open(new ByteArrayInputStream(beginning), mapping.file(), charset);
            if (file.header().isEmpty()) {
                throw new ProblemException(
                        ProblemType.UNREADABLE, "The file is empty; its first row names the columns.");
            }
            RowMapper mapper = RowMapper.of(mapping, file.header());
            return new NewImport(
                    ImportId.random(),
                    sender.tenant(),
                    sender.keyId(),
                    mapping.collection(),
                    mappingName,
                    json,
                    charset == null ? null : charset.name(),
                    file.header(),
                    mapper.use());
        } catch (CsvUnreadable unreadable) {
            throw new ProblemException(Problem.of(ProblemType.UNREADABLE, unreadable.detail()));
        }
    }

    /** What is left of it is removed; where that fails too, {@link Sweeper} does it later. */
    private static void giveUp(ImportId id, ImportJobs jobs, ImportChunks chunks) {
        try {
            jobs.forget(id);
            chunks.delete(id);
        } catch (SQLException away) {
            // swept later
        }
    }
}
