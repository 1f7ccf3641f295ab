package crm.report.report;

import crm.report.metric.Inquiries;
import crm.report.metric.Inquiry;
import crm.report.metric.Inquiry.Answered;
import crm.report.metric.Inquiry.Listing;
import crm.report.metric.LanguageReader;
import crm.report.metric.Parameters;
import crm.report.report.ReportQuestion.Ask;
import crm.report.table.Format;
import crm.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers reports: reads the question, asks the catalogue, and makes the table. */
@ApplicationScoped
public class ReportAnswers {

    private final Inquiries inquiries;

    ReportAnswers(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    ReportResponse answer(TenantId tenant, Report report, Map<String, List<String>> given, Format format) {
        return inquiries.at(tenant, given, inquiry -> answer(report, given, inquiry, format));
    }

    /** The answer from one state of the data. */
    public static ReportResponse answer(
            Report report, Map<String, List<String>> given, Inquiry inquiry, Format format) {
        return report.form() instanceof Form.Listing listing
                ? list(report, listing, given, inquiry, format)
                : table(new ReportReader(report, given, inquiry).read(), given, inquiry);
    }

    private static ReportResponse table(ReportQuestion question, Map<String, List<String>> given, Inquiry inquiry) {
        Map<Ask, Answered> answers = new LinkedHashMap<>();
        question.questions().forEach((ask, asked) -> answers.put(ask, inquiry.answer(asked)));
        ReportTable table =
                switch (question.report().form()) {
                    case Form.Series series -> new TableMaker(question, inquiry, answers).table();
                    case Form.Grid grid -> new TableMaker(question, inquiry, answers).table();
                    case Form.Matrix matrix -> new MatrixMaker(question, matrix, inquiry, answers).table();
                    case Form.Funnel funnel -> new StepsMaker(question, inquiry, answers).ofColumns(funnel);
                    case Form.MembersFunnel funnel -> new StepsMaker(question, inquiry, answers).ofMembers(funnel);
                    case Form.Statement statement -> new StatementMaker(question, answers).table();
                    case Form.Listing listing -> throw new IllegalArgumentException("a list is asked otherwise");
                };
        return ReportResponse.of(
                question.report(),
                question.language(),
                question.first(),
                table,
                Unconverted.of(answers.values()),
                inquiry.snapshot().watermark(),
                given);
    }

    private static ReportResponse list(
            Report report, Form.Listing form, Map<String, List<String>> given, Inquiry inquiry, Format format) {
        Listing listing =
                inquiry.readRecords(form.counted().metric(), form.counted().over(given));
        ListMaker maker = new ListMaker(inquiry, listing);
        return ReportResponse.of(
                report,
                LanguageReader.read(new Parameters(given)),
                listing.question(),
                format == Format.JSON ? maker.page() : maker.all(),
                List.of(),
                inquiry.snapshot().watermark(),
                given);
    }
}
