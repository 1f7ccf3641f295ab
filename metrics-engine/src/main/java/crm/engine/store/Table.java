package crm.engine.store;

import java.util.List;

/**
 * A table of a tenant's store. Neither key nor index: the loader sees to it that a row stands once.
 *
 * @param name snake case
 */
public record Table(String name, List<Column> columns) {

    public Table {
        columns = List.copyOf(columns);
    }

    /** A column and what it holds. */
    public record Column(String name, ColumnType type) {}

    /** What a column holds, and with which Java type it is written and read. */
    public enum ColumnType {
        /** String. */
        TEXT("VARCHAR"),
        /** Long. */
        WHOLE("BIGINT"),
        /** BigDecimal of scale 4. */
        DECIMAL("DECIMAL(18, 4)"),
        /** BigDecimal of scale 9, for what others are multiplied by: parts of a whole, exchange rates. */
        CREDIT("DECIMAL(18, 9)"),
        /** BigDecimal of scale 14, for exchange rates both ways. */
        RATE("DECIMAL(20, 14)"),
        /** Double, for what is never money. */
        REAL("DOUBLE"),
        /** Boolean. */
        FLAG("BOOLEAN"),
        /** Instant, to the microsecond, kept in UTC. */
        MOMENT("TIMESTAMP"),
        /** LocalDate. */
        DAY("DATE");

        private final String sql;

        ColumnType(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }
    }
}
