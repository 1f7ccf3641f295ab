package crm.workbench.sample;

import java.util.List;

/** Three teams that sell, one that serves, one for marketing. */
final class Teams implements SampleKind {

    static final List<String> SELLING = List.of("t-north", "t-south", "t-enterprise");
    static final String SERVICE = "t-service";
    static final String MARKETING = "t-marketing";

    private static final List<List<String>> ALL = List.of(
            List.of("t-sales", "Sales", ""),
            List.of("t-north", "North", "t-sales"),
            List.of("t-south", "South", "t-sales"),
            List.of("t-enterprise", "Enterprise", "t-sales"),
            List.of(SERVICE, "Service desk", ""),
            List.of(MARKETING, "Marketing", ""));

    private final BusinessCalendar calendar;

    Teams(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String collection() {
        return "teams";
    }

    @Override
    public long count() {
        return ALL.size();
    }

    @Override
    public List<String> records(long number) {
        List<String> team = ALL.get((int) number);
        return List.of(RecordWriter.of(team.get(0))
                .moment("updatedAt", calendar.start())
                .text("name", team.get(1))
                .text("parentId", team.get(2).isEmpty() ? null : team.get(2))
                .end());
    }
}
