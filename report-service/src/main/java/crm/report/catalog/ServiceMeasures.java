package crm.report.catalog;

import crm.engine.model.Condition;
import crm.engine.model.Measure;
import crm.engine.model.Metric;
import crm.engine.model.Timing.At;
import crm.engine.model.Timing.Lasting;

/** Measures of service cases that reports need. */
public enum ServiceMeasures implements CatalogueEntry {
    CASES_CREATED(Further.knowing(
            Further.count(
                    "cases-created", "Cases created", "Cases opened in the period.", "case.createdAt", Cases.CREATED),
            Cases.LEFT_OUT)),

    CASES_RESOLVED(Further.knowing(
            Further.count(
                    "cases-resolved",
                    "Cases resolved",
                    "Cases resolved in the period, if the resolution still stands.",
                    "case.resolvedAt",
                    Cases.RESOLVED),
            Cases.LEFT_OUT)),

    COMPLAINTS_CREATED(Further.knowing(
            Further.count(
                    "complaints-created",
                    "Complaints",
                    "Complaints opened in the period.",
                    "case.createdAt",
                    Cases.CREATED.when(new Condition.IsTrue("is_complaint")).named("complaints_created")),
            Cases.LEFT_OUT)),

    OPEN_CASES(Further.knowing(
            Further.stock(
                    "open-cases",
                    "Open cases",
                    "Cases that are neither resolved nor closed at the end of the period, never later than now.",
                    "state of the case at the end of the period",
                    Measure.count("cases_open", CaseFacts.OPENINGS, Lasting.between("opened_at", "done_at"))),
            "A stock: it must not be summed over buckets.",
            Cases.LEFT_OUT));

    private final Metric metric;

    ServiceMeasures(Metric metric) {
        this.metric = metric;
    }

    @Override
    public Metric metric() {
        return metric;
    }

    /** Measures over cases. */
    private static final class Cases {
        static final String LEFT_OUT = "Cases merged into others, and internal ones, never count.";
        static final Measure CREATED = Measure.count("cases_created", CaseFacts.CASES, new At("created_at"));
        static final Measure RESOLVED = Measure.count("cases_resolved", CaseFacts.CASES, new At("resolved_at"));
    }
}
