package crm.record;

import static crm.record.Field.amount;
import static crm.record.Field.currency;
import static crm.record.Field.flag;
import static crm.record.Field.text;
import static crm.record.Field.word;

import com.google.auto.service.AutoService;

/** Goals that visitors of the web site may complete. */
@AutoService(KindDefinition.class)
public final class WebGoals implements KindDefinition {

    @Override
    public RecordKind kind() {
        return RecordKind.of(
                "web-goals",
                "web-goal",
                "Something that a visitor may complete on the web site.",
                word("name", "Name.", "Quote requested").mustBeGiven(),
                text("rule", 2000, "What counts as completed, in words.", "The page /thanks was seen."),
                amount("value", "What one completion is worth.", "25.00"),
                currency("Currency of value. Missing: the tenant's."),
                flag("active", "Whether it is pursued today. Missing: it is."));
    }
}
