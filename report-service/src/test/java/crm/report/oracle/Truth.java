package crm.report.oracle;

/** All that is known of a world, so that many questions can be asked of it. */
final class Truth {

    private final World world;
    private final Known known;
    private final Dealings dealings;

    Truth(World world) {
        this.world = world;
        this.known = new Known(world);
        this.dealings = new Dealings(known);
    }

    World world() {
        return world;
    }

    Oracle oracle(Question question) {
        Definition definition = new ServiceDefinitions(known, question.zone(), world.zone())
                .of(question.metric(), question.switches())
                .orElseGet(() -> new Definitions(
                                new Leading(known),
                                dealings,
                                new Callings(known, dealings, question.zone()),
                                new Campaigning(known, dealings))
                        .of(question.metric(), question.switches()));
        return new Oracle(definition, question);
    }
}
