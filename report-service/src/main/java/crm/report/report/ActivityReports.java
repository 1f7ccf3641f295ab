package crm.report.report;

import static crm.report.report.ReportColumn.figure;
import static crm.report.report.ReportColumn.quotient;

import crm.report.report.Form.Grid;
import crm.report.report.Form.Listing;
import java.util.List;

/** Reports of what people do, and of whom they know. */
public enum ActivityReports implements ReportEntry {
    SALES_ACTIVITY(Report.of(
            "sales-activity",
            Bucket.ACTIVITY,
            "Sales activity",
            "What has each seller done, what is planned and what is overdue?",
            new Grid(
                    List.of("owner", "type"),
                    List.of(
                            figure("done", "Done", "activities-done"),
                            figure("scheduled", "Scheduled", "activities-scheduled"),
                            figure("overdue", "Overdue", "activities-overdue"))),
            Chart.stackedBar("done", "scheduled", "overdue"),
            "Ask for last_week to see what was done, and for this_week or days to come to see what is scheduled.",
            "Calls count as activities; a call and the activity logged for it count once.")),

    ACTIVITY_DETAIL(Report.of(
            "activity-detail",
            Bucket.ACTIVITY,
            "Activities",
            "Which calls, tasks, meetings and visits were there, by whom and about what?",
            new Listing(Asked.of("activities")),
            Chart.of(Chart.Kind.TABLE),
            "Filter by type, status, outcome and what they regard.")),

    CALL_PERFORMANCE(Report.of(
            "call-performance",
            Bucket.ACTIVITY,
            "Call report",
            "How much does each seller call and talk, what is missed, and which calls move leads on?",
            new Grid(
                    List.of("owner"),
                    List.of(
                            figure("calls", "Calls", "calls-placed"),
                            figure("answered", "Answered", "time-talked").part(Part.Plain.DENOMINATOR),
                            figure("talk", "Talk time", "time-talked").part(Part.Plain.NUMERATOR),
                            figure("averageTalk", "Average talk time", "time-talked"),
                            figure("missed", "Missed", "calls-not-answered"),
                            figure("movedOn", "Moved the lead on", "calls-that-moved-on"),
                            quotient("movedOnRate", "Share that moved on", "movedOn", "calls"))),
            Chart.bar("calls", "missed"),
            "Missed calls that reached nobody have the owner (none).")),

    CONTACTS_OVERVIEW(Report.of(
            "contacts-overview",
            Bucket.CUSTOMERS,
            "Contacts",
            "Whom do we know in which sector and at which level, and how engaged are they?",
            new Grid(
                    List.of("sector", "jobLevel"),
                    List.of(
                            figure("contacts", "Contacts", "contacts"),
                            figure("engagement", "Average engagement", "contacts")
                                    .companion("averageEngagement"),
                            figure("mayBeWrittenTo", "May be written to", "contacts-to-write-to"),
                            figure("contacted", "Last contacted in the period", "contacts-contacted"))),
            Chart.of(Chart.Kind.HEAT_MAP),
            "Contacts known at the end of the period. Their records tell when each was last contacted."));

    private final Report report;

    ActivityReports(Report report) {
        this.report = report;
    }

    @Override
    public Report report() {
        return report;
    }
}
