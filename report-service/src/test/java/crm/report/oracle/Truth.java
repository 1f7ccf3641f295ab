package crm.report.oracle;

/** All that is known of a world, so that many questions can be asked of it. */
final class Truth {

    private final World world;
    private final Known known;
    private final Dealings dealings;
    private final Staying staying;

    Truth(World world) {
        this.world = world;
        this.known = new Known(world);
        this.dealings = new Dealings(known);
        this.staying = new Staying(known, dealings.buying(), world.zone());
    }

    World world() {
        return world;
    }

    Oracle oracle(Question question) {
        return new Oracle(definition(question), question, new Rates(known, world.zone()));
    }

    private Definition definition(Question question) {
        Leading leads = new Leading(known);
        Callings calls = new Callings(known, dealings, question.zone());
        Campaigning campaigns = new Campaigning(known, dealings);
        Definitions standard = new Definitions(
                leads,
                dealings,
                calls,
                campaigns,
                new CustomerDefinitions(
                        staying,
                        new Selling(known, dealings.buying(), staying),
                        new Contracting(known, dealings, staying),
                        new Referring(known, dealings.buying(), staying)));
        ExtendedDefinitions extended = new ExtendedDefinitions(
                known,
                leads,
                dealings,
                calls,
                campaigns,
                standard,
                new Spending(known, dealings, campaigns, world.zone()),
                world.zone());
        return new ServiceDefinitions(known, question.zone(), world.zone())
                .of(question.metric(), question.switches())
                .or(() -> extended.of(question.metric(), question.switches()))
                .or(() -> new MeasureDefinitions(known, dealings, question.zone(), world.zone())
                        .of(question.metric(), question.switches()))
                .orElseGet(() -> standard.of(question.metric(), question.switches()));
    }
}
