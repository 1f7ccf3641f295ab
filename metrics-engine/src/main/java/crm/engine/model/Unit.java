package crm.engine.model;

/** What a number counts, and how people like to see it. */
public enum Unit {
    COUNT("count", "count"),
    DECIMAL("number", "number"),
    RATIO("ratio", "percent"),
    MONEY("money", "money"),
    HOURS("s", "hours"),
    DAYS("s", "days"),
    SECONDS("s", "seconds");

    private final String code;
    private final String display;

    Unit(String code, String display) {
        this.code = code;
        this.display = display;
    }

    /** The unit the value is given in. */
    public String code() {
        return code;
    }

    /** The unit people like to see. */
    public String display() {
        return display;
    }

    /** Whether values are lengths of time, in seconds. */
    public boolean isDuration() {
        return code.equals("s");
    }
}
