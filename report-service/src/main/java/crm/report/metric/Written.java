package crm.report.metric;

import crm.engine.model.Metric;
import crm.report.table.Format;
import crm.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * An answer as it is sent.
 *
 * @param tag the same for the same answer to the same tenant in the same format, and for no other
 * @param position of the log that the answer has seen
 */
record Written(Metric metric, Format format, byte[] body, EntityTag tag, long position) {

    /**
     * An answer whose tag is made of what it says.
     *
     * @param said the answer as JSON, whatever its format: a workbook says when it was written, too
     */
    static Written of(TenantId tenant, Metric metric, Format format, byte[] said, byte[] body, long position) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, tenant.number()));
            digest.update(format.word().getBytes(StandardCharsets.UTF_8));
            String opaque = Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest(said));
            return new Written(metric, format, body, new EntityTag(opaque, format == Format.XLSX), position);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
