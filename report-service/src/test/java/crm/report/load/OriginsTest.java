package crm.report.load;

import static org.assertj.core.api.Assertions.assertThat;

import crm.engine.store.Table;
import crm.record.RecordKind;
import crm.record.RecordKinds;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OriginsTest {

    @Test
    void everyTableOfTheStoreIsMadeOfRecords() {
        assertThat(FactTables.all())
                .map(Table::name)
                .filteredOn(name -> !name.equals(FactTables.STORE_SETTINGS.name()) && !name.endsWith("_history"))
                .allSatisfy(name -> assertThat(Origins.of(name)).as(name).isNotEmpty());
    }

    @Test
    void everyOriginThatADerivationNamesIsATable() {
        Set<String> known = FactTables.all().stream().map(Table::name).collect(Collectors.toSet());

        assertThat(Derivations.ALL).map(Derivation::tables).allSatisfy(tables -> {
            assertThat(known).containsAll(tables.keySet());
            assertThat(known)
                    .containsAll(tables.values().stream().flatMap(Set::stream).toList());
        });
    }

    @Test
    void originsGoThroughTablesThatAreDerivedThemselves() {
        assertThat(Origins.of("customer_activity")).contains("contracts", "deals", "orders", "pipelines");
        assertThat(Origins.of("calls")).containsExactly("calls");
        assertThat(Origins.of("no_such_table")).isEmpty();
    }

    @Test
    void recordsThatNothingIsDerivedFromAreToldApart() {
        assertThat(Origins.areDerivedFrom(List.of("calls", "teams"))).isFalse();
        assertThat(Origins.areDerivedFrom(List.of("calls", "business-hours"))).isTrue();
        assertThat(RecordKinds.all())
                .map(RecordKind::collection)
                .filteredOn(collection -> Origins.areDerivedFrom(List.of(collection)))
                .hasSizeGreaterThan(15);
    }
}
