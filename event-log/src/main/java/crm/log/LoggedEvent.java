package crm.log;

import java.time.Instant;

/**
 * An event as it stands in a tenant's log.
 *
 * @param position its place in the tenant's log, from 1, without gaps
 * @param version the version that decides between versions of one record: what the sender gave, else the receipt
 * @param revised whether the log held, when this was read, more than one version of the record
 */
public record LoggedEvent(
        long position,
        String collection,
        String recordId,
        Instant version,
        Instant receivedAt,
        boolean deleted,
        boolean revised,
        String data) {}
