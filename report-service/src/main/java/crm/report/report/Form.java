package crm.report.report;

import crm.engine.query.TimeGrain;
import java.util.List;
import java.util.stream.Stream;

/** The form of a report's table. */
public sealed interface Form {

    /** Its columns of numbers, where they are declared one by one. */
    List<ReportColumn> columns();

    /** What its rows are told apart by unless {@code groupBy} says otherwise. */
    List<String> by();

    /** A row for each stretch of time, and for each member of what it is told apart by. */
    record Series(TimeGrain grain, List<String> by, List<ReportColumn> columns) implements Form {
        public Series {
            by = List.copyOf(by);
            columns = checked(columns);
        }
    }

    /** A row for each member of one dimension, or combination of members of two. */
    record Grid(List<String> by, List<ReportColumn> columns) implements Form {
        public Grid {
            by = List.copyOf(by);
            columns = checked(columns);
        }
    }

    /** A row for each member of one dimension and a column for each member of another; the cells show one number. */
    record Matrix(String down, String across, ReportColumn cell) implements Form {
        @Override
        public List<ReportColumn> columns() {
            return List.of(cell);
        }

        @Override
        public List<String> by() {
            return List.of(down, across);
        }
    }

    /** Steps that fewer and fewer reach: a row for each, with its share of the first and of the one before. */
    record Funnel(List<ReportColumn> steps) implements Form {
        public Funnel {
            steps = checked(steps);
        }

        @Override
        public List<ReportColumn> columns() {
            return steps;
        }

        @Override
        public List<String> by() {
            return List.of();
        }
    }

    /** The same, the steps being the members of a dimension in their own order. */
    record MembersFunnel(String dimension, ReportColumn reached) implements Form {
        @Override
        public List<ReportColumn> columns() {
            return List.of(reached);
        }

        @Override
        public List<String> by() {
            return List.of(dimension);
        }
    }

    /** One number a line. */
    record Statement(List<ReportColumn> lines) implements Form {
        public Statement {
            lines = checked(lines);
        }

        @Override
        public List<ReportColumn> columns() {
            return lines;
        }

        @Override
        public List<String> by() {
            return List.of();
        }
    }

    /** The records that a metric or measure counts. */
    record Listing(Asked counted) implements Form {
        public Listing {
            if (!counted.with().isEmpty()) {
                throw new IllegalArgumentException("a list leaves every parameter to whoever asks: " + counted);
            }
        }

        @Override
        public List<ReportColumn> columns() {
            return List.of();
        }

        @Override
        public List<String> by() {
            return List.of();
        }
    }

    /** What is asked of the catalogue, each once. */
    default List<Asked> asked() {
        return Stream.concat(
                        this instanceof Listing listing ? Stream.of(listing.counted()) : Stream.empty(),
                        columns().stream()
                                .flatMap(column -> column.figure().stream())
                                .map(ReportColumn.Figure::asked))
                .distinct()
                .toList();
    }

    /** As answers spell it. */
    default String word() {
        return switch (this) {
            case Series series -> "series";
            case Grid grid -> "grid";
            case Matrix matrix -> "matrix";
            case Funnel funnel -> "funnel";
            case MembersFunnel funnel -> "funnel";
            case Statement statement -> "statement";
            case Listing listing -> "list";
        };
    }

    private static List<ReportColumn> checked(List<ReportColumn> columns) {
        List<String> before = new java.util.ArrayList<>();
        for (ReportColumn column : columns) {
            if (before.contains(column.key()) || !before.containsAll(column.reckonedFrom())) {
                throw new IllegalArgumentException("a key that is taken, or not known yet: " + column);
            }
            before.add(column.key());
        }
        return List.copyOf(columns);
    }
}
