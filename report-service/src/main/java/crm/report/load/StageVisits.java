package crm.report.load;

import crm.report.load.DealVersion.StageEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stages a deal entered, in order: from the stage history where the current version has one, else from the versions,
 * the first of which was entered when the deal was created.
 */
record StageVisits(List<Visit> all, boolean given) {

    StageVisits {
        all = List.copyOf(all);
    }

    /** A stage of a pipeline. */
    record Place(@Nullable String pipelineId, String stageId) {}

    /**
     * From entering a stage to entering the next.
     *
     * @param ends whether a deal that enters it has ended
     */
    record Visit(Place place, Instant from, @Nullable Instant to, boolean ends) {}

    private record Entry(Place place, Instant from) {}

    static StageVisits of(List<DealVersion> versions, StageFlags flags) {
        boolean given = !versions.getLast().stageHistory().isEmpty();
        List<Entry> entries = given ? told(versions.getLast()) : derived(versions);
        List<Visit> visits = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            Entry entry = entries.get(index);
            Instant to = index + 1 < entries.size() ? entries.get(index + 1).from() : null;
            boolean ends = flags.of(entry.place().pipelineId(), entry.place().stageId())
                            .outcome()
                    != null;
            visits.add(new Visit(entry.place(), entry.from(), to, ends));
        }
        return new StageVisits(visits, given);
    }

    /** Where the deal stood: by the visits, and before the first of them as the version says. */
    @Nullable
    String stageAt(Instant moment, DealVersion version) {
        String stage = null;
        for (Visit visit : all) {
            if (!visit.from().isAfter(moment)) {
                stage = visit.place().stageId();
            }
        }
        return stage == null && !given ? version.stageId() : stage;
    }

    private static List<Entry> told(DealVersion current) {
        List<Entry> entries = new ArrayList<>();
        current.stageHistory().stream()
                .sorted(Comparator.comparing(StageEntry::enteredAt))
                .forEach(entry -> enter(entries, new Place(current.pipelineId(), entry.stageId()), entry.enteredAt()));
        return entries;
    }

    private static List<Entry> derived(List<DealVersion> versions) {
        Instant created = versions.getLast().createdAt();
        List<Entry> entries = new ArrayList<>();
        for (int index = 0; index < versions.size(); index++) {
            DealVersion version = versions.get(index);
            if (version.stageId() != null) {
                boolean fromTheStart = index == 0 || version.version().isBefore(created);
                Instant from = fromTheStart ? created : version.version();
                enter(entries, new Place(version.pipelineId(), version.stageId()), from);
            }
        }
        return entries;
    }

    private static void enter(List<Entry> entries, Place place, Instant from) {
        if (entries.isEmpty() || !entries.getLast().place().equals(place)) {
            entries.add(new Entry(place, from));
        }
    }
}
