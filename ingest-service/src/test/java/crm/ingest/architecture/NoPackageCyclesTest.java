package crm.ingest.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Packages that need each other are one package that has not been told so. */
class NoPackageCyclesTest {

    @Test
    void noPackageNeedsOneThatNeedsIt() {
        var shipped = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("crm");

        slices().matching("crm.(**)").should().beFreeOfCycles().check(shipped);
    }
}
