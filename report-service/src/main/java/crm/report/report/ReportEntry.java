package crm.report.report;

/** A report of the catalogue; enums list them, one constant each. */
public sealed interface ReportEntry
        permits PipelineReports, SalesReports, LeadReports, CampaignReports, ActivityReports, ServiceReports {

    Report report();
}
