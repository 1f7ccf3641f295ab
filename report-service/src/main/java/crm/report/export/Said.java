package crm.report.export;

/** What an exported metric is described by. */
final class Said {

    private Said() {}

    static String about(Portable portable) {
        String rules = String.join(" ", portable.metric().rules());
        String money = portable.isMoney()
                ? " Amounts are summed as they stand: keep to one currency, or convert them before."
                : "";
        return portable.metric().description() + " Formula: "
                + portable.metric().formulaText() + "." + (rules.isEmpty() ? "" : " " + rules) + money;
    }
}
