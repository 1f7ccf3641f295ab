package crm.ingest.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was received and what became of it; in every row and in the totals received is accepted, duplicates and rejected
 * together.
 *
 * @param to the day after the last
 */
@Schema(name = "Reconciliation")
public record ReconciliationView(
        LocalDate from,

        @Schema(description = "The day after the last.") LocalDate to,

        List<Row> rows,
        Totals totals) {

    public ReconciliationView {
        rows = List.copyOf(rows);
    }

    /** What one key sent to one collection on one day, in UTC. */
    @Schema(name = "ReconciliationRow")
    public record Row(
            @Schema(description = "The day of receipt, in UTC.")
            LocalDate day,

            @Schema(description = "The key that sent them.", examples = "3n8fj2k0q5w7e9rt")
            String keyId,

            @Schema(examples = "deals") String collection,
            @Schema(examples = "103") long received,

            @Schema(description = "Stored when they were sent.", examples = "98")
            long accepted,

            @Schema(description = "Stored before with the same content.", examples = "2")
            long duplicates,

            @Schema(examples = "3") long rejected) {}

    /** All rows together. */
    @Schema(name = "ReconciliationTotals")
    public record Totals(
            @Schema(examples = "103") long received,
            @Schema(examples = "98") long accepted,
            @Schema(examples = "2") long duplicates,
            @Schema(examples = "3") long rejected) {}

    static ReconciliationView of(LocalDate from, LocalDate to, List<Row> rows) {
        Totals totals = new Totals(
                sum(rows, Row::received),
                sum(rows, Row::accepted),
                sum(rows, Row::duplicates),
                sum(rows, Row::rejected));
        return new ReconciliationView(from, to, rows, totals);
    }

    private static long sum(List<Row> rows, ToLongFunction<Row> count) {
        return rows.stream().mapToLong(count).sum();
    }
}
