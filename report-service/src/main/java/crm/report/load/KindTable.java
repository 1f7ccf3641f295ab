package crm.report.load;

import crm.engine.store.Table;
import crm.engine.store.Table.Column;
import crm.engine.store.Table.ColumnType;
import crm.record.Field;
import crm.record.FieldType;
import crm.record.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The tables of a record kind, made from its fields.
 *
 * @param current the newest version of each record that was not taken back; {@code position} made it
 * @param history every other version, taken back ones included; {@code superseded_position} ended it
 */
record KindTable(RecordKind kind, Table current, Table history) {

    static KindTable of(RecordKind kind) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("id", ColumnType.TEXT),
                new Column("version", ColumnType.MOMENT),
                new Column("position", ColumnType.WHOLE)));
        kind.fields().stream().flatMap(KindTable::columns).forEach(columns::add);
        columns.add(new Column("custom", ColumnType.TEXT));
        columns.addAll(ComputedColumns.of(kind));
        List<Column> historyColumns = new ArrayList<>(columns);
        historyColumns.add(new Column("superseded_position", ColumnType.WHOLE));
        historyColumns.add(new Column("deleted", ColumnType.FLAG));
        return new KindTable(
                kind, new Table(kind.table(), columns), new Table(kind.table() + "_history", historyColumns));
    }

    private static Stream<Column> columns(Field field) {
        String name = field.column();
        return switch (field.type()) {
            case FieldType.Moment moment ->
                Stream.of(new Column(name, ColumnType.MOMENT), new Column(name + "_date", ColumnType.DAY));
            case FieldType.Day day -> Stream.of(new Column(name, ColumnType.DAY));
            case FieldType.Decimal decimal ->
                Stream.of(new Column(
                        name,
                        decimal.scale() == FieldType.Decimal.FINE_SCALE ? ColumnType.CREDIT : ColumnType.DECIMAL));
            case FieldType.Whole whole -> Stream.of(new Column(name, ColumnType.WHOLE));
            case FieldType.Flag flag -> Stream.of(new Column(name, ColumnType.FLAG));
            case FieldType.Text text -> Stream.of(new Column(name, ColumnType.TEXT));
            case FieldType.Reference reference -> Stream.of(new Column(name, ColumnType.TEXT));
            case FieldType.Choice choice -> Stream.of(new Column(name, ColumnType.TEXT));
            case FieldType.Currency currency -> Stream.of(new Column(name, ColumnType.TEXT));
            case FieldType.Texts texts -> Stream.of(new Column(name, ColumnType.TEXT));
            case FieldType.Objects objects -> Stream.of(new Column(name, ColumnType.TEXT));
        };
    }
}
