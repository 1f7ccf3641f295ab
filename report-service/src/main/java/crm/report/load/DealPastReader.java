package crm.report.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import crm.engine.store.Row;
import crm.record.FieldType;
import crm.report.load.DealPast.Owner;
import crm.report.load.DealVersion.StageEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the histories that a deal's sender tells whole. */
final class DealPastReader {

    static final String COLUMNS = "stage_history, owner_history, amount_history, expected_close_history";

    private static final JsonFactory JSON = new JsonFactory();

    private DealPastReader() {}

    static List<StageEntry> stages(Row row) {
        return entries(row, "stage_history").stream()
                .map(entry ->
                        new StageEntry(Objects.requireNonNull(entry.get("stageId")), moment(entry.get("enteredAt"))))
                .toList();
    }

    static DealPast past(Row row) {
        NavigableMap<Instant, Owner> owners =
                byTime(row, "owner_history", entry -> Owner.of(entry.get("ownerId"), entry.get("teamId")));
        NavigableMap<Instant, Optional<BigDecimal>> amounts =
                byTime(row, "amount_history", entry -> Optional.ofNullable(entry.get("amount"))
                        .map(amount ->
                                new BigDecimal(amount).setScale(FieldType.Decimal.SCALE, RoundingMode.HALF_EVEN)));
        NavigableMap<Instant, Optional<Instant>> expectations =
                byTime(row, "expected_close_history", entry -> Optional.ofNullable(entry.get("expectedCloseAt"))
                        .map(Moments::read));
        return owners.isEmpty() && amounts.isEmpty() && expectations.isEmpty()
                ? DealPast.UNTOLD
                : new DealPast(owners, amounts, expectations);
    }

    private static <T> NavigableMap<Instant, T> byTime(Row row, String column, Function<Map<String, String>, T> value) {
        NavigableMap<Instant, T> told = new TreeMap<>();
        entries(row, column).forEach(entry -> told.put(moment(entry.get("changedAt")), value.apply(entry)));
        return told;
    }

    private static Instant moment(@Nullable String text) {
        return Moments.read(Objects.requireNonNull(text));
    }

    /** The flat objects of a list, with the text of each of their members. */
    private static List<Map<String, String>> entries(Row row, String column) {
        String text = row.text(column);
        if (text == null) {
            return List.of();
        }
        List<Map<String, String>> entries = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            Map<String, String> entry = new HashMap<>();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.END_OBJECT) {
                    entries.add(entry);
                    entry = new HashMap<>();
                } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                    entry.put(json.currentName(), json.getText());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return entries;
    }
}
