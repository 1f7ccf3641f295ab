package crm.report.oracle;

import crm.report.oracle.Reckoning.Age;
import crm.report.oracle.Reckoning.CostOfEach;
import crm.report.oracle.Reckoning.Count;
import crm.report.oracle.Reckoning.Credit;
import crm.report.oracle.Reckoning.Daily;
import crm.report.oracle.Reckoning.Growth;
import crm.report.oracle.Reckoning.Money;
import crm.report.oracle.Reckoning.Ratio;
import crm.report.oracle.Reckoning.Spread;
import crm.report.oracle.Reckoning.Things;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The metrics of the web site, of mailing lists and of service with their switches, in the catalogue's words. */
final class ServiceDefinitions {

    private final Known known;
    private final ZoneId zone;
    private final ZoneId home;

    ServiceDefinitions(Known known, ZoneId zone, ZoneId home) {
        this.known = known;
        this.zone = zone;
        this.home = home;
    }

    Optional<Definition> of(String metric, Map<String, String> switches) {
        return Optional.ofNullable(
                switch (metric) {
                    case "web-page-views" ->
                        Definition.of(new Count(new Browsing(known).views(isOn(switches, "unique"))));
                    case "web-goal-completion-rate" -> goals(switches);
                    case "time-per-site-visit" -> timePerVisit(switches);
                    case "email-list-growth-rate" -> listGrowth(isOn(switches, "gross"));
                    case "cases-handled" -> handled(switches.getOrDefault("basis", "handled"));
                    case "same-day-closed-cases" -> sameDay(switches.getOrDefault("basis", "calendar-day"));
                    case "average-time-to-resolution" ->
                        resolution(switches.getOrDefault("clock", "calendar"), chosen(switches, "resolution", "first"));
                    case "complaint-time-to-resolution" -> complaints(switches);
                    case "average-service-calls-per-day" -> callsPerDay(switches);
                    case "customer-callbacks" -> callbacks(switches);
                    case "average-service-cost-per-interaction" ->
                        serviceCost(chosen(switches, "cost", "direct"), chosen(switches, "per", "case"));
                    case "sla-compliance" ->
                        promises(switches.getOrDefault("target", "any"), chosen(switches, "basis", "case"));
                    default -> null;
                });
    }

    private static boolean isOn(Map<String, String> switches, String name) {
        return chosen(switches, name, "true");
    }

    private static boolean chosen(Map<String, String> switches, String name, String option) {
        return option.equals(switches.get(name));
    }

    private Definition goals(Map<String, String> switches) {
        Browsing browsing = new Browsing(known);
        boolean all = chosen(switches, "countMode", "completions");
        boolean visitors = chosen(switches, "per", "visitor");
        Predicate<Browsing.Visit> completing = visit -> !visit.of("goal").isEmpty();
        Reckoning some = all
                ? new Credit(browsing.visits(visit -> true, visitors, visit ->
                        (double) visit.of("goal").size()))
                : new Things(browsing.visits(completing, visitors, visit -> 1.0));
        Reckoning someOfGoal =
                all ? new Credit(browsing.byGoal(false, visitors)) : new Things(browsing.byGoal(true, visitors));
        Reckoning whole = new Things(browsing.visits(visit -> true, visitors, visit -> 1.0));
        return Definition.of(new Ratio(some, whole, "no_sessions"))
                .refinedBy(Definition.of(
                        new Ratio(someOfGoal, new Things(browsing.byGoal(false, visitors)), "no_sessions")));
    }

    private Definition timePerVisit(Map<String, String> switches) {
        boolean bounces = !isOn(switches, "excludeBounces");
        boolean engaged = chosen(switches, "basis", "engaged");
        return Definition.of(new Spread(
                new Browsing(known)
                        .visits(
                                visit -> bounces || !visit.isBounce(),
                                false,
                                visit -> engaged ? visit.engaged() : (Double) visit.seconds()),
                "no_sessions"));
    }

    private Definition handled(String basis) {
        Casework cases = new Casework(known, home);
        Count created = new Count(cases.cases((life, period) -> period.has(life.created())));
        Count resolved = new Count(cases.cases((life, period) -> period.has(life.resolved())));
        Count closed = new Count(cases.cases((life, period) -> period.has(life.closed())));
        Reckoning value =
                switch (basis) {
                    case "created" -> created;
                    case "resolved" -> resolved;
                    case "closed" -> closed;
                    default -> new Things(cases.actions());
                };
        return Definition.of(value)
                .with("created", created)
                .with("resolved", resolved)
                .with("closed", closed)
                .with("backlog", new Count(cases.cases((life, period) -> life.isOpenJustBefore(period.end()))));
    }

    private Definition sameDay(String basis) {
        Casework cases = new Casework(known, home);
        Count part = new Count(
                cases.cases((life, period) -> period.has(life.closed()) && Boolean.TRUE.equals(life.sameDay(basis))));
        Count whole =
                new Count(cases.cases((life, period) -> period.has(life.closed()) && life.sameDay(basis) != null));
        return Definition.of(part).with("sameDayRate", new Ratio(part, whole, "no_closed_cases"));
    }

    private Definition resolution(String clock, boolean first) {
        Casework cases = new Casework(known, home);
        return times(
                clock,
                which -> new Spread(
                        cases.numbers(
                                (life, period) -> period.has(first ? life.firstResolved() : life.resolved()),
                                life -> life.took(
                                        which,
                                        life.created(),
                                        Objects.requireNonNull(first ? life.firstResolved() : life.resolved()))),
                        "no_resolved_cases"));
    }

    private Definition complaints(Map<String, String> switches) {
        Casework cases = new Casework(known, home);
        Definition times = times(
                switches.getOrDefault("clock", "calendar"),
                which -> new Spread(
                        cases.numbers(
                                (life, period) -> life.isComplaint() && period.has(life.resolved()),
                                life -> life.took(which, life.received(), Objects.requireNonNull(life.resolved()))),
                        "no_resolved_complaints"));
        if (isOn(switches, "openAge")) {
            times.with("openAge", new Age(cases.ages(), "no_open_complaints"));
        }
        return times;
    }

    private static Definition times(String clock, Function<String, Spread> by) {
        return Definition.of(by.apply(clock))
                .with("calendarTime", by.apply("calendar"))
                .with("businessTime", by.apply("business"))
                .with("agentTime", by.apply("agent"));
    }

    private Definition callsPerDay(Map<String, String> switches) {
        CallCentre centre = new CallCentre(known, zone);
        Predicate<Version> counted =
                chosen(switches, "include", "offered") ? CallCentre::isService : CallCentre::isHandled;
        if (!chosen(switches, "per", "agent-day")) {
            return Definition.of(new Daily(centre.calls(counted), "no_day_elapsed"));
        }
        Predicate<Version> known = call -> call.has("agentId");
        return Definition.of(new Ratio(
                new Count(centre.calls(known.and(counted))),
                new Things(centre.calls(known.and(CallCentre::isHandled))),
                "no_agent_days"));
    }

    private Definition callbacks(Map<String, String> switches) {
        CallCentre centre = new CallCentre(known, zone);
        Counted made = centre.callbacks(CallCentre.REQUEST);
        Reckoning value =
                switch (switches.getOrDefault("basis", "made")) {
                    case "requested" -> new Count(centre.requested());
                    case "repeat-contacts" ->
                        new Count(centre.repeated(Integer.parseInt(switches.getOrDefault("days", "7"))));
                    default -> isOn(switches, "countAttempts") ? new Count(made) : new Things(made);
                };
        return Definition.of(value)
                .with("requested", new Count(centre.requested()))
                .with("fulfilled", new Count(centre.fulfilled()))
                .with("missed", new Count(centre.missed()))
                .with(
                        "callbacksPerCase",
                        new Ratio(
                                new Things(centre.callbacksOnCases()),
                                new Things(centre.callbacks(call -> call.text("caseId"))),
                                "no_cases_called_back"))
                .with("averageDelay", new Spread(centre.delays(), "no_fulfilled_requests"));
    }

    private Definition promises(String kind, boolean byCase) {
        Promises promises = new Promises(known, new Casework(known, home), kind);
        Ratio rate = byCase
                ? new Ratio(new Count(promises.cases(true)), new Count(promises.cases(false)), "no_sla_targets_decided")
                : new Ratio(
                        new Count(promises.decided(true)),
                        new Count(promises.decided(false)),
                        "no_sla_targets_decided");
        return Definition.of(rate).with("active", new Count(promises.active()));
    }

    private Definition serviceCost(boolean direct, boolean perCase) {
        Serving serving = new Serving(known, home);
        Count interactions = new Count(serving.interactions(false));
        return Definition.of(new CostOfEach(
                        new Money(serving.costs(direct, perCase)),
                        perCase ? new Things(serving.onCases()) : interactions,
                        "no_interactions",
                        "cost_missing"))
                .with(
                        "costCoverage",
                        new Ratio(new Count(serving.interactions(true)), interactions, "no_interactions"));
    }

    private Definition listGrowth(boolean gross) {
        Mailing mailing = new Mailing(known);
        return listGrowth(mailing, false, gross).refinedBy(listGrowth(mailing, true, gross));
    }

    private static Definition listGrowth(Mailing mailing, boolean byList, boolean gross) {
        return Definition.ofStock(new Growth(
                        mailing.come(byList),
                        mailing.gone(byList, null),
                        mailing.atEnd(byList),
                        mailing.atStart(byList),
                        gross,
                        "empty_at_start"))
                .with("newSubscriptions", new Count(mailing.come(byList)))
                .with("unsubscribed", new Count(mailing.gone(byList, "unsubscribed")))
                .with("bounced", new Count(mailing.gone(byList, "bounced")))
                .with("complained", new Count(mailing.gone(byList, "complained")))
                .with("removed", new Count(mailing.gone(byList, "removed")))
                .with("subscribersAtEnd", new Count(mailing.atEnd(byList)));
    }
}
