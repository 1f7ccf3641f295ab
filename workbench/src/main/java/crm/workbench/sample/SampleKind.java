package crm.workbench.sample;

import java.util.List;

/** The records of one collection of a sample world, by number. */
interface SampleKind {

    String collection();

    /** How many things there are, each of which may have several records. */
    long count();

    /** Records at most, over all things. */
    default long recordLimit() {
        return Long.MAX_VALUE;
    }

    /** Every record of the thing with this number, versions included, as JSON. */
    List<String> records(long number);
}
