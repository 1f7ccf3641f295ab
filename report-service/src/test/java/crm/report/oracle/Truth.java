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
        Definition definition = new ServiceDefinitions(known, question.zone(), world.zone())
                .of(question.metric(), question.switches())
                .or(() -> new MeasureDefinitions(known, dealings, question.zone(), world.zone())
                        .of(question.metric(), question.switches()))
                .orElseGet(() -> new Definitions(
                                new Leading(known),
                                dealings,
                                new Callings(known, dealings, question.zone()),
                                new Campaigning(known, dealings),
                                new CustomerDefinitions(
                                        staying,
                                        new Selling(known, dealings.buying(), staying),
                                        new Contracting(known, dealings, staying),
                                        new Referring(known, dealings.buying(), staying)))
                        .of(question.metric(), question.switches()));
        return new Oracle(definition, question, new Rates(known, world.zone()));
    }
}
