package crm.ingest.record;

import crm.ingest.record.Reading.Outcome;
import crm.record.Field;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that an object may have, in the order in which they are written. */
final class Members {

    /** One member: how its value is read, and whether it must be there. */
    private record Member(int place, String name, String prefix, ValueReader reader, boolean required) {}

    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> byName = new HashMap<>();

    private Members() {}

    static Members of(List<Field> fields) {
        Members members = new Members();
        fields.forEach(field -> members.add(field.name(), ValueReader.of(field), field.required()));
        return members;
    }

    /** The same members and a last, optional one. */
    static Members of(List<Field> fields, String lastName, ValueReader last) {
        Members members = of(fields);
        members.add(lastName, last, false);
        return members;
    }

    private void add(String name, ValueReader reader, boolean required) {
        Member member = new Member(members.size(), name, '"' + name + "\":", reader, required);
        members.add(member);
        byName.put(name, member);
    }

    /** A place for the values of one object, which can be used again for the next. */
    Values values() {
        return new Values();
    }

    /** The values of one object while it is being read, in whatever order they come. */
    final class Values {
        private final StringBuilder written = new StringBuilder();
        private final @Nullable Outcome[] outcomes = new @Nullable Outcome[members.size()];
        private final int[] starts = new int[members.size()];
        private final int[] ends = new int[members.size()];
        private boolean sound = true;

        /** Reads the value of member {@code name}, whose first token is current. */
        void read(String name, Reading reading) throws IOException {
            reading.findings().enter(name);
            Member member = byName.get(name);
            if (member == null) {
                refuse(reading, Fault.UNKNOWN_FIELD, "There is no such field; own fields go under custom.");
            } else if (outcomes[member.place()] != null) {
                refuse(reading, Fault.DUPLICATE_FIELD, "The field is given twice.");
            } else {
                starts[member.place()] = written.length();
                Outcome outcome = member.reader().read(reading, written);
                ends[member.place()] = written.length();
                outcomes[member.place()] = outcome;
                sound &= outcome != Outcome.REFUSED;
            }
            reading.findings().leave();
        }

        private void refuse(Reading reading, Fault fault, String detail) throws IOException {
            reading.json().skipChildren();
            reading.refuse(fault, detail);
            sound = false;
        }

        /** Tells which required members are missing; writes the object where nothing is wrong. */
        boolean write(Reading reading, StringBuilder canonical) {
            for (Member member : members) {
                Outcome outcome = outcomes[member.place()];
                if (member.required() && (outcome == null || outcome == Outcome.EMPTY)) {
                    reading.findings().addAt(member.name(), Fault.MISSING, "The field must be given.");
                    sound = false;
                }
            }
            if (sound) {
                writeGiven(canonical);
            }
            return sound;
        }

        private void writeGiven(StringBuilder canonical) {
            char separator = '{';
            for (Member member : members) {
                if (outcomes[member.place()] == Outcome.GIVEN) {
                    canonical
                            .append(separator)
                            .append(member.prefix())
                            .append(written, starts[member.place()], ends[member.place()]);
                    separator = ',';
                }
            }
            canonical.append(separator == '{' ? "{}" : "}");
        }

        /** Makes the place ready for another object. */
        void clear() {
            written.setLength(0);
            java.util.Arrays.fill(outcomes, null);
            sound = true;
        }
    }
}
