package crm.ingest.mapping;

/** What the text of a cell came to. */
sealed interface Cell {

    /** A text, to be written as JSON. */
    record Text(String text) implements Cell {}

    /** A value that is JSON already. */
    record Literal(String json) implements Cell {}

    /**
     * No value of the field.
     *
     * @param code stable, for programs
     * @param detail for people; the text itself comes before it
     */
    record Wrong(String code, String detail) implements Cell {}
}
