package crm.erasure;

/** Names a record of the tenant. */
public record RecordName(String collection, String id) {}
