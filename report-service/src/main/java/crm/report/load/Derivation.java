package crm.report.load;

/** Works the rows of one derived table out again, for what has changed and no more. */
interface Derivation {

    void derive(Changes changes);
}
