package crm.report.report;

import crm.report.catalog.Language;
import java.util.List;
import java.util.stream.Stream;

/** All reports in short, by what they are about. */
record ReportsResponse(List<Group> buckets) {

    /** The reports about one thing. */
    record Group(String bucket, List<Entry> reports) {}

    /**
     * A report in short.
     *
     * @param question what it answers, in one sentence
     * @param href where it is answered
     */
    record Entry(String id, String title, String question, String form, String href, String definition) {

        static Entry of(Report report, Language language) {
            return new Entry(
                    report.id(),
                    ReportNames.of(report, language),
                    report.question(),
                    report.form().word(),
                    Addresses.report(report),
                    Addresses.definition(report));
        }
    }

    static ReportsResponse of(List<Report> reports, Language language) {
        return new ReportsResponse(Stream.of(Bucket.values())
                .map(bucket -> new Group(
                        bucket.word(),
                        reports.stream()
                                .filter(report -> report.bucket() == bucket)
                                .map(report -> Entry.of(report, language))
                                .toList()))
                .toList());
    }
}
