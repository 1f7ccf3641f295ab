package crm.log;

/**
 * A version of a record, as far as it may be rewritten for the sake of somebody who must be forgotten.
 *
 * @param data canonical JSON, {@code {}} where the version took the record back
 */
public record StoredRecord(String collection, String recordId, String data) {}
