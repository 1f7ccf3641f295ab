package crm.report.export;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Band;
import crm.engine.model.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dimensions of a fact that stand in its own table, by name, as SQL. */
final class PortableDimensions {

    private PortableDimensions() {}

    /**
     * @param none whether rows without a member get {@link Dimension#NONE}
     */
    static Map<String, String> of(Fact fact, boolean none) {
        Map<String, String> dimensions = new LinkedHashMap<>();
        for (Dimension dimension : fact.dimensions()) {
            switch (dimension.source()) {
                case Dimension.Own own -> dimensions.put(dimension.name(), orNone(own.column(), none));
                case Dimension.Known known ->
                    dimensions.put(
                            dimension.name(), "CASE WHEN " + known.column() + " IS NULL THEN 'no' ELSE 'yes' END");
                case Dimension.Banded banded ->
                    dimensions.put(dimension.name(), orNone(band(banded.column(), banded.bands()), none));
                case Dimension.Through elsewhere -> {}
                case Dimension.Beyond elsewhere -> {}
                case Dimension.FirstOf elsewhere -> {}
                case Dimension.InJson tenantsOwn -> {}
                case Dimension.PartOfTime ofTheZoneAsked -> {}
                case Dimension.Aged ofTheInstantAsked -> {}
            }
        }
        return dimensions;
    }

    private static String orNone(String expression, boolean none) {
        return none ? "COALESCE(" + expression + ", '" + Dimension.NONE + "')" : expression;
    }

    private static String band(String number, List<Band> bands) {
        StringBuilder text = new StringBuilder("CASE WHEN " + number + " IS NULL THEN NULL");
        for (int index = 0; index + 1 < bands.size(); index++) {
            text.append(" WHEN ")
                    .append(number)
                    .append(" < ")
                    .append(bands.get(index + 1).least())
                    .append(" THEN '")
                    .append(bands.get(index).name())
                    .append('\'');
        }
        return text.append(" ELSE '")
                .append(bands.getLast().name())
                .append("' END")
                .toString();
    }
}
