package crm.ingest.record;

import com.fasterxml.jackson.core.JsonParser;

/**
 * Where the reading of a record stands.
 *
 * @param latest the last moment, in microseconds, at which something can have happened
 */
record Reading(JsonParser json, Findings findings, long latest) {

    /** Tells a fault of the value that the reader stands at. */
    Outcome refuse(Fault fault, String detail) {
        findings.add(fault, detail);
        return Outcome.REFUSED;
    }

    /** What reading a value came to. */
    enum Outcome {
        /** It was written in canonical form. */
        GIVEN,
        /** It is null or an empty text, which is the same as not being there. */
        EMPTY,
        /** It is wrong; the findings say how. */
        REFUSED
    }
}
