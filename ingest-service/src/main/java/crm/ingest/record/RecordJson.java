package crm.ingest.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import crm.ingest.limit.Limits;
import org.jspecify.annotations.Nullable;

/** How JSON of records is read, in whatever format it comes: strictly, and nothing beyond the limits. */
final class RecordJson {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.PUBLISHED.nesting())
                    .maxNumberLength(Limits.PUBLISHED.charactersOfANumber())
                    .build())
            .build();

    private RecordJson() {}

    /** What is wrong with text that could not be read, and where. */
    static String detail(JsonProcessingException failure) {
        String what = failure instanceof StreamConstraintsException
                ? "Nested deeper than " + Limits.PUBLISHED.nesting() + " levels, or a number or name that is too long"
                : "Not valid JSON";
        @Nullable JsonLocation place = failure.getLocation();
        return place == null
                ? what + '.'
                : what + " at line " + place.getLineNr() + ", column " + place.getColumnNr() + '.';
    }
}
