package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.CHANNEL;
import static crm.report.catalog.Dimensions.CUSTOMER;
import static crm.report.catalog.Dimensions.DEAL_TYPE;
import static crm.report.catalog.Dimensions.INDUSTRY_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.MEDIUM;
import static crm.report.catalog.Dimensions.PIPELINE;
import static crm.report.catalog.Dimensions.PRODUCT_FAMILY;
import static crm.report.catalog.Dimensions.REGION_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.SECTOR_OF_CUSTOMER;
import static crm.report.catalog.Dimensions.SIZE_BAND;
import static crm.report.catalog.Dimensions.SOURCE;
import static crm.report.catalog.Dimensions.TERRITORY;

import crm.engine.model.Dimension;
import crm.engine.model.Fact;
import crm.report.load.PurchaseTables;
import java.util.List;

/** Facts of buying: purchases, and what follows from them. */
final class PurchaseFacts {

    static final Dimension SEGMENT_OF_CUSTOMER = Dimension.through("segment", "customer_id", "customers", "segment");

    static final Fact PURCHASES = new Fact(
            "purchases",
            PurchaseTables.PURCHASES,
            List.of("purchase_kind", "id"),
            List.of(
                    Ownership.ownerOfPurchase(),
                    Ownership.teamOfPurchase(),
                    TERRITORY,
                    PIPELINE,
                    SOURCE,
                    MEDIUM,
                    CHANNEL,
                    CAMPAIGN,
                    CUSTOMER,
                    DEAL_TYPE,
                    PRODUCT_FAMILY,
                    SIZE_BAND,
                    Dimension.of("customerType", "customer_type"),
                    Dimension.of("purchaseKind", "purchase_kind"),
                    REGION_OF_CUSTOMER,
                    INDUSTRY_OF_CUSTOMER,
                    SECTOR_OF_CUSTOMER,
                    SEGMENT_OF_CUSTOMER),
            List.of(
                    "id",
                    "purchase_kind",
                    "deal_id",
                    "bought_at",
                    "amount",
                    "currency",
                    "customer_id",
                    "became_customer_at",
                    "owner_id",
                    "team_id",
                    "pipeline_id",
                    "campaign_id",
                    "source",
                    "deal_type"));

    private PurchaseFacts() {}
}
