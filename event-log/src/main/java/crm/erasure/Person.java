package crm.erasure;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import crm.record.Field;
import crm.record.FieldType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who must be forgotten, as far as the tenant's records tell who they are: their records, what they are called,
 * where they can be reached. Each of their ids and addresses has a pseudonym, the same wherever it stands, so that what
 * is counted by it stays as many.
 */
public final class Person {

    private static final Pattern ADDRESS = Pattern.compile("\\S+@\\S+|\\+?[0-9][0-9 ()/.-]{5,}");
    private static final int SHORTEST_NAME = 3;

    private final Map<RecordName, String> records = new HashMap<>();
    private final Map<String, String> exactly = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final Set<String> names = new HashSet<>();

    public void addRecord(RecordName record, String pseudonym) {
        records.put(record, pseudonym);
    }

    public boolean has(RecordName record) {
        return records.containsKey(record);
    }

    public Optional<String> pseudonym(RecordName record) {
        return Optional.ofNullable(records.get(record));
    }

    public Map<RecordName, String> records() {
        return Map.copyOf(records);
    }

    /** Learns from one of the person's own records. */
    void learn(Field field, String value) {
        if (!field.personal() || !(field.type() instanceof FieldType.Text)) {
            return;
        }
        if (ADDRESS.matcher(value).matches()) {
            addAddress(value);
        } else if (field.name().toLowerCase(Locale.ROOT).endsWith("name") && value.length() >= SHORTEST_NAME) {
            names.add(folded(value));
        }
    }

    public void addAddress(String address) {
        addresses.add(folded(address));
        addAlias(address);
    }

    /** Something else that means the person, such as the number by which a campaign knows them. */
    void addAlias(String alias) {
        exactly.computeIfAbsent(folded(alias), ignored -> Pseudonyms.next());
    }

    /** What stands for a text that is one of the person's addresses or other names for them. */
    Optional<String> pseudonym(String text) {
        return Optional.ofNullable(exactly.get(folded(text)));
    }

    public Map<String, String> aliases() {
        return Map.copyOf(exactly);
    }

    public void putAlias(String folded, String pseudonym) {
        exactly.put(folded, pseudonym);
    }

    /** Whether a text is an id or another name of the person, or holds an address. */
    public boolean isMeantBy(String text) {
        return exactly.containsKey(folded(text))
                || records.keySet().stream().anyMatch(record -> record.id().equals(text))
                || isReachedBy(text);
    }

    boolean isReachedBy(String text) {
        String folded = folded(text);
        return addresses.stream().anyMatch(folded::contains);
    }

    boolean isNamedIn(String text) {
        String folded = folded(text);
        return names.stream().anyMatch(folded::contains);
    }

    /** False where a record's content certainly neither refers to the person nor holds an address or alias of theirs. */
    boolean mayBeIn(String data) {
        String folded = folded(data);
        return records.keySet().stream().anyMatch(record -> folded.contains(written(record.id())))
                || addresses.stream().anyMatch(address -> folded.contains(written(address)))
                || exactly.keySet().stream().anyMatch(alias -> folded.contains(written(alias)));
    }

    /** As it stands in JSON. */
    private static String written(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(folded(text)));
    }

    public static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
