package crm.ingest.imports;

import org.jspecify.annotations.Nullable;

/**
 * What became of the rows read so far: {@code rows = accepted + duplicates + rejected}.
 *
 * @param bytes how much of the file was read for them, or a little more
 * @param position the tenant's head after the last of them
 */
record Progress(
        long bytes,
        long rows,
        long accepted,
        long duplicates,
        long rejected,
        @Nullable Long position) {

    static final Progress NONE = new Progress(0, 0, 0, 0, 0, null);

    Progress {
        if (rows != accepted + duplicates + rejected) {
            throw new IllegalArgumentException("rows do not add up");
        }
    }
}
