package crm.workbench.sample;

import java.util.List;

/** Records of one collection, each as JSON, ready to be pushed together. */
public record SampleBatch(String collection, List<String> records) {
    public SampleBatch {
        records = List.copyOf(records);
    }
}
