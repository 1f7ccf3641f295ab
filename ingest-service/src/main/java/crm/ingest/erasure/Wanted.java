package crm.ingest.erasure;

import crm.erasure.RecordName;

/** Who is to be forgotten. */
sealed interface Wanted {

    /** The person that one record is about. */
    record ById(RecordName record) implements Wanted {}

    /** Everybody whom this address reaches, now and whenever somebody sends them again. */
    record ByEmail(String email) implements Wanted {}
}
