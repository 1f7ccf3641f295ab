package crm.engine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The engine is plain Java: whoever reads it needs to know neither a framework nor a service. */
class EngineStandsAloneTest {

    @Test
    void theEngineSeesNeitherFrameworkNorService() {
        var engine = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("crm.engine");

        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "javax.sql..", "org.jspecify..", "org.duckdb..", "crm.engine..")
                .check(engine);
    }
}
