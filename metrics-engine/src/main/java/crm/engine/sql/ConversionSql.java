package crm.engine.sql;

import crm.engine.model.Aggregate;
import crm.engine.model.Fact;
import crm.engine.model.Measure;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Money of other currencies: puts beside each row of a fact the rate of its day. The days on which a currency is met are
 * few, so that each rate is looked up once a day and not once a row.
 */
final class ConversionSql {

    private static final String RATE = """
            LEFT JOIN (
                SELECT met.currency, met.met_on, rates.rate
                FROM (SELECT DISTINCT {currency} AS currency, {day} AS met_on FROM {table} t WHERE {currency} <> {target}) met
                ASOF JOIN (SELECT * FROM {rates} WHERE to_currency = {target}) rates
                  ON rates.from_currency = met.currency AND met.met_on >= rates.valid_from) of_{rate}
              ON of_{rate}.currency = t.{currency} AND of_{rate}.met_on = t.{day}""";

    private final String currency;
    private final boolean possible;

    /** @param possible whether there is any rate that leads to the currency */
    ConversionSql(String currency, boolean possible) {
        this.currency = currency;
        this.possible = possible;
    }

    boolean isPossible() {
        return possible;
    }

    /** The question's currency, as a constant. */
    String target() {
        return "'" + currency.replace("'", "''") + "'";
    }

    /** The fact with the rates that measures of it need. */
    Fact over(Fact fact, List<Measure> measures) {
        List<Rate> rates = possible
                ? measures.stream()
                        .filter(measure -> measure.aggregate() instanceof Aggregate.Money)
                        .map(measure -> rate(measure, (Aggregate.Money) measure.aggregate()))
                        .distinct()
                        .toList()
                : List.of();
        return rates.isEmpty()
                ? fact
                : new Fact(fact.name(), withRates(fact.table(), rates), fact.key(), fact.dimensions(), fact.shown());
    }

    /** The column in which the rate of a row stands. */
    String rateColumn(Measure measure, Aggregate.Money money) {
        return rate(measure, money).column();
    }

    private String withRates(String table, List<Rate> rates) {
        return "(SELECT t.*, "
                + rates.stream()
                        .map(rate -> "of_" + rate.column() + ".rate AS " + rate.column())
                        .collect(Collectors.joining(", "))
                + "\n  FROM " + table + " t\n  "
                + rates.stream().map(rate -> join(table, rate)).collect(Collectors.joining("\n  "))
                + ")";
    }

    private String join(String table, Rate rate) {
        return RATE.replace("{rates}", Aggregate.Money.RATES)
                .replace("{rate}", rate.column())
                .replace("{currency}", rate.currencyColumn())
                .replace("{day}", rate.moment() + "_date")
                .replace("{target}", target())
                .replace("{table}", table);
    }

    private static Rate rate(Measure measure, Aggregate.Money money) {
        return new Rate(
                money.currencyColumn(), money.datedBy() == null ? TimeSql.deciding(measure.timing()) : money.datedBy());
    }

    /** The rate of a currency on the day of a moment. */
    private record Rate(String currencyColumn, String moment) {
        String column() {
            return "rate_of_" + currencyColumn + "_by_" + moment;
        }
    }
}
