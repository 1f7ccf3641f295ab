package crm.report.report;

import crm.engine.model.Unit;
import java.util.List;

/** In which unit a column's numbers are told. */
final class Units {

    private Units() {}

    static Unit of(ReportColumn column, List<ReportColumn> columns) {
        return switch (column.content()) {
            case ReportColumn.Figure figure -> figure.part().unit(figure.asked().metric());
            case ReportColumn.Overall overall -> of(named(overall.of(), columns), columns);
            case ReportColumn.Share share -> Unit.RATIO;
            case ReportColumn.Quotient quotient ->
                quotient(of(named(quotient.of(), columns), columns), of(named(quotient.by(), columns), columns));
            case ReportColumn.Difference difference -> of(named(difference.of(), columns), columns);
        };
    }

    private static Unit quotient(Unit of, Unit by) {
        if (of == by) {
            return of == Unit.MONEY ? Unit.DECIMAL : Unit.RATIO;
        }
        return of == Unit.MONEY ? Unit.MONEY : Unit.DECIMAL;
    }

    static ReportColumn named(String key, List<ReportColumn> columns) {
        return columns.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
