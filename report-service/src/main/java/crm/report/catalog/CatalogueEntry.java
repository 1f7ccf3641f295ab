package crm.report.catalog;

import crm.engine.model.Metric;

/** A metric of the catalogue, or a measure that its reports are made of; enums list them, one constant each. */
public sealed interface CatalogueEntry
        permits ContractMetrics,
                CustomerMetrics,
                SalesMetrics,
                DealMetrics,
                CampaignMetrics,
                SalesCallMetrics,
                ServiceCallMetrics,
                WebMetrics,
                MailingMetrics,
                CaseMetrics,
                CallCentreMetrics,
                SlaMetrics,
                ServiceCostMetrics,
                ExtendedSalesMetrics,
                ExtendedMarketingMetrics,
                ExtendedAnsweringMetrics,
                PipelineMeasures,
                LeadMeasures,
                MarketingMeasures,
                ActivityMeasures,
                ServiceMeasures {

    Metric metric();

    /** Which list it belongs to. */
    default MetricGroup group() {
        return MetricGroup.STANDARD;
    }
}
