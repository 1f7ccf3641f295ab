package crm.report.catalog;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Labels;

/** Dimensions that several facts have, and what their members are called. */
final class Dimensions {

    static final Labels USERS = new Labels("users", "id", "name");
    static final Labels TEAMS = new Labels("teams", "id", "name");
    static final Labels CAMPAIGN_NAMES = new Labels("campaigns", "id", "name");
    static final Labels CUSTOMER_NAMES = new Labels("customers", "id", "name");
    static final Labels PIPELINE_NAMES = new Labels("pipelines", "id", "name");
    static final Labels STAGE_NAMES = new Labels("stages", "stage_id", "name");

    static final Dimension OWNER = Dimension.of("owner", "owner_id", USERS);
    static final Dimension TEAM = Dimension.of("team", "team_id", TEAMS);
    static final Dimension TERRITORY = Dimension.of("territory", "territory_id");
    static final Dimension PIPELINE = Dimension.of("pipeline", "pipeline_id", PIPELINE_NAMES);
    static final Dimension STAGE = Dimension.of("stage", "stage_id", STAGE_NAMES);
    static final Dimension SOURCE = Dimension.of("source", "source");
    static final Dimension MEDIUM = Dimension.of("medium", "medium");
    static final Dimension CHANNEL = Dimension.of("channel", "channel");
    static final Dimension CAMPAIGN = Dimension.of("campaign", "campaign_id", CAMPAIGN_NAMES);
    static final Dimension CUSTOMER = Dimension.of("customer", "customer_id", CUSTOMER_NAMES);
    static final Dimension DEAL_TYPE = Dimension.of("dealType", "deal_type");
    static final Dimension PRODUCT_FAMILY = Dimension.of("productFamily", "product_family");
    static final Dimension SIZE_BAND = Dimension.of("sizeBand", "size_band");
    static final Dimension FORECAST_CATEGORY = Dimension.of("forecastCategory", "forecast_category");
    static final Dimension SEGMENT = Dimension.of("segment", "segment");
    static final Dimension REGION_OF_CUSTOMER = Dimension.through("region", "customer_id", "customers", "region");
    static final Dimension INDUSTRY_OF_CUSTOMER = Dimension.through("industry", "customer_id", "customers", "industry");
    static final Dimension SECTOR_OF_CUSTOMER = Dimension.through("sector", "customer_id", "customers", "sector");
    static final Dimension HOUR = Dimension.of("hour", Dimension.TimePart.HOUR_OF_DAY);
    static final Dimension WEEKDAY = Dimension.of("weekday", Dimension.TimePart.WEEKDAY);

    private Dimensions() {}
}
