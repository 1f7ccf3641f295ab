package crm.ingest.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import crm.http.problem.Problem;
import crm.http.problem.ProblemException;
import crm.http.problem.ProblemJson;
import crm.http.problem.ProblemType;
import crm.http.problem.Violation;
import crm.ingest.mapping.Mapping.MadeId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes records of the rows of one file. Not for several threads. */
public final class RowMapper {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int LONGEST_SHOWN = 60;

    private final List<Target> targets;
    private final List<Target> own;
    private final @Nullable RowId madeId;
    private final int width;
    private final ColumnUse use;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    private RowMapper(RowPlan plan, @Nullable MadeId madeId) {
        this.targets = plan.targets().stream().filter(target -> !isOwn(target)).toList();
        this.own = plan.targets().stream().filter(RowMapper::isOwn).toList();
        this.madeId = madeId == null ? null : new RowId(madeId.prefix(), plan.idCells());
        this.width = plan.width();
        this.use = plan.use();
    }

    /**
     * For the rows under {@code header}.
     *
     * @throws ProblemException where the mapping does not fit it, with all reasons
     */
    public static RowMapper of(Mapping mapping, List<String> header) {
        RowPlan plan = new RowPlan(mapping, header);
        if (!plan.violations().isEmpty()) {
            throw new ProblemException(Problem.of(
                    ProblemType.INVALID_CONTENT,
                    "The file's first row does not fit the mapping. See errors.",
                    plan.violations()));
        }
        return new RowMapper(plan, mapping.madeId());
    }

    /** What becomes of the file's columns. */
    public ColumnUse use() {
        return use;
    }

    /**
     * A row as a record.
     *
     * @param json the record, without what could not be read
     * @param violations of cells that are no values of their fields
     */
    public record Mapped(byte[] json, List<Violation> violations) {
        public Mapped {
            violations = List.copyOf(violations);
        }
    }

    /** The record that a row is. */
    public Mapped map(List<String> row) {
        List<Violation> violations = new ArrayList<>();
        if (row.size() != width) {
            violations.add(Violation.at(
                    "", "wrong_cell_count", "The row has " + row.size() + " cells, the first row " + width + "."));
            return new Mapped(new byte[0], violations);
        }
        bytes.reset();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            if (madeId != null) {
                json.writeStringField("id", madeId.of(row));
            }
            for (Target target : targets) {
                write(target, target.field(), row, json, violations);
            }
            writeOwn(row, json, violations);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new Mapped(bytes.toByteArray(), violations);
    }

    private void writeOwn(List<String> row, JsonGenerator json, List<Violation> violations) throws IOException {
        if (own.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("custom");
        for (Target target : own) {
            write(target, target.field().substring(Mapping.CUSTOM.length()), row, json, violations);
        }
        json.writeEndObject();
    }

    private static void write(
            Target target, String name, List<String> row, JsonGenerator json, List<Violation> violations)
            throws IOException {
        for (Source source : target.sources()) {
            String text = source.text(row);
            if (text != null && !text.isEmpty()) {
                write(target, name, text, source.reader().read(text), json, violations);
                return;
            }
        }
        String constant = target.constant();
        if (constant != null) {
            write(target, name, constant, target.constantReader().read(constant), json, violations);
        }
    }

    private static void write(
            Target target, String name, String text, Cell cell, JsonGenerator json, List<Violation> violations)
            throws IOException {
        switch (cell) {
            case Cell.Text given -> json.writeStringField(name, ProblemJson.writable(given.text()));
            case Cell.Literal given -> {
                json.writeFieldName(name);
                json.writeRawValue(given.json());
            }
            case Cell.Wrong wrong ->
                violations.add(Violation.at(
                        '/' + target.field().replace('.', '/'),
                        wrong.code(),
                        '"' + shown(text) + "\" " + wrong.detail() + "."));
        }
    }

    private static String shown(String text) {
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    private static boolean isOwn(Target target) {
        return target.field().startsWith(Mapping.CUSTOM);
    }
}
