package crm.report.load;

import java.util.Map;
import java.util.Set;

/** Works the rows of derived tables out again, for what has changed and no more. */
interface Derivation {

    /** The tables that it makes, each with those, of records or derived too, that its rows are made of. */
    Map<String, Set<String>> tables();

    void derive(Changes changes);
}
