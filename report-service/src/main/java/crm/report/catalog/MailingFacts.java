package crm.report.catalog;

import static crm.report.catalog.Dimensions.CAMPAIGN;
import static crm.report.catalog.Dimensions.SOURCE;

import crm.engine.model.Dimension;
import crm.engine.model.Dimension.Labels;
import crm.engine.model.Fact;
import java.util.List;
import java.util.stream.Stream;

/** Facts of mailing lists. */
final class MailingFacts {

    private static final List<Dimension> DIMENSIONS =
            List.of(SOURCE, CAMPAIGN, Dimension.of("form", "form"), Dimension.of("country", "country"));

    private static final List<String> SHOWN =
            List.of("address_hash", "began_at", "ended_at", "ended_by", "source", "campaign_id", "form", "country");

    static final Fact ADDRESSES =
            new Fact("addresses", "address_subscriptions", List.of("address_hash", "began_at"), DIMENSIONS, SHOWN);

    static final Fact SUBSCRIPTIONS = new Fact(
            "subscriptions",
            "list_subscriptions",
            List.of("list_id", "address_hash", "began_at"),
            Stream.concat(
                            DIMENSIONS.stream(),
                            Stream.of(Dimension.of("list", "list_id", new Labels("mailing_lists", "id", "name"))))
                    .toList(),
            Stream.concat(Stream.of("list_id"), SHOWN.stream()).toList());

    private MailingFacts() {}
}
