package crm.log;

import crm.log.Receipt.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The known versions of one record, and the rules by which another one joins them. */
final class RecordHistory {

    /** Stands for the version of a record's first event without one, which then counts by its receipt. */
    static final long NONE_GIVEN = Long.MIN_VALUE;

    private final List<Version> versions = new ArrayList<>(1);

    /**
     * A version of the record.
     *
     * @param stored the version column
     */
    record Version(long stored, long receivedAt, boolean deleted, Content content) {

        /** The version that decides between versions. */
        long effective() {
            return effectiveVersion(stored, receivedAt);
        }

        boolean saysTheSameAs(boolean otherDeleted, Content other) {
            return deleted == otherDeleted && content.saysTheSameAs(other);
        }
    }

    /**
     * What becomes of an event.
     *
     * @param version what to store it under, where it is accepted
     */
    record Verdict(Outcome outcome, long version) {}

    static long effectiveVersion(long stored, long receivedAt) {
        return stored == NONE_GIVEN ? receivedAt : stored;
    }

    void add(Version version) {
        versions.add(version);
    }

    /** Decides what becomes of an event; an accepted one is part of the history from then on. */
    Verdict settle(Event event, long receivedAt) {
        Content content = new Content.Sent(event.data());
        if (event.version() != null) {
            long version = Microseconds.of(event.version());
            for (Version known : versions) {
                if (known.stored() == version) {
                    boolean same = known.saysTheSameAs(event.deleted(), content);
                    return new Verdict(same ? Outcome.DUPLICATE : Outcome.CONFLICT, version);
                }
            }
            return accept(event, version, receivedAt, content);
        }
        Optional<Version> current = current();
        if (current.isPresent() && current.get().saysTheSameAs(event.deleted(), content)) {
            return new Verdict(Outcome.DUPLICATE, current.get().stored());
        }
        return accept(event, versionByReceipt(receivedAt), receivedAt, content);
    }

    /** Forgets the event accepted last, which is not stored after all. */
    void takeBackLast() {
        versions.removeLast();
    }

    private Verdict accept(Event event, long version, long receivedAt, Content content) {
        versions.add(new Version(version, receivedAt, event.deleted(), content));
        return new Verdict(Outcome.ACCEPTED, version);
    }

    /** The highest version; of equal ones the later. */
    private Optional<Version> current() {
        Version highest = null;
        for (Version version : versions) {
            if (highest == null || version.effective() >= highest.effective()) {
                highest = version;
            }
        }
        return Optional.ofNullable(highest);
    }

    /** The time of receipt, or the next microsecond that no version has: two of one batch must not be equal. */
    private long versionByReceipt(long receivedAt) {
        long free = receivedAt;
        while (isTaken(free)) {
            free++;
        }
        boolean first = versions.stream().noneMatch(version -> version.stored() == NONE_GIVEN);
        return first && free == receivedAt ? NONE_GIVEN : free;
    }

    private boolean isTaken(long version) {
        return versions.stream().anyMatch(known -> known.effective() == version);
    }
}
