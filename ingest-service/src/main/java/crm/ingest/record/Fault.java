package crm.ingest.record;

import java.util.Locale;

/** Everything that can be wrong with a record or a part of it; the names are codes that partners' programs know. */
public enum Fault {
    MISSING,
    UNKNOWN_FIELD,
    DUPLICATE_FIELD,
    INVALID_JSON,
    WRONG_CELL_COUNT,
    WRONG_TYPE,
    TOO_LONG,
    INVALID_TEXT,
    INVALID_NUMBER,
    TOO_MANY_DECIMALS,
    OUT_OF_RANGE,
    INVALID_TIMESTAMP,
    INVALID_DATE,
    IN_THE_FUTURE,
    NOT_A_MEMBER,
    INVALID_CURRENCY,
    TOO_MANY_ITEMS,
    TOO_LARGE,
    TOO_MANY_ERRORS,
    UNKNOWN_TYPE,
    ID_MISMATCH,
    VERSION_CONFLICT,
    ERASED;

    /** As it is written in answers: {@code unknown_field}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
