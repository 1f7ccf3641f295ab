package crm.engine.sql;

/** A statement and how its rows are to be read. */
public record Statement(Kind kind, Sql sql) {

    /** How rows are to be read. */
    public enum Kind {
        /** Each row holds values: without bucket and members of the whole, with them of a part. */
        VALUES,
        /** Each row holds how much values change in a bucket: the values are their running sums. */
        CHANGES,
        /** Each row holds how many entered in a bucket, had their last bucket in it, or were in it before. */
        PASSAGES
    }
}
