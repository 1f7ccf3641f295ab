package crm.report.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PRIVATE;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import crm.record.KindDefinition;
import org.junit.jupiter.api.Test;

/** What is said and asked cannot change once it stands, and its closed choices are known to the compiler. */
class ModelTypesAreValuesTest {

    @Test
    void modelAndQueryTypesAreRecordsEnumsSealedOrStatic() {
        var model = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("crm.engine.model", "crm.engine.query", "crm.record");

        classes()
                .that()
                .doNotHaveSimpleName("package-info")
                .and()
                .areNotAnonymousClasses()
                .should(beValues())
                .check(model);
    }

    private static ArchCondition<JavaClass> beValues() {
        return new ArchCondition<>("be records, enums, sealed, exceptions, hold constants only or state a kind") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean value = type.isRecord()
                        || type.isEnum()
                        || type.reflect().isSealed()
                        || type.isAssignableTo(RuntimeException.class)
                        || holdsConstantsOnly(type)
                        || statesAKind(type);
                events.add(new SimpleConditionEvent(type, value, type.getName() + " can change or be extended"));
            }
        };
    }

    /** A final class that nobody can make, with nothing but static members. */
    private static boolean holdsConstantsOnly(JavaClass type) {
        return type.getModifiers().contains(FINAL)
                && type.getConstructors().stream()
                        .allMatch(constructor -> constructor.getModifiers().contains(PRIVATE))
                && type.getFields().stream()
                        .allMatch(field -> field.getModifiers().contains(STATIC)
                                && field.getModifiers().contains(FINAL))
                && type.getMethods().stream()
                        .allMatch(method -> method.getModifiers().contains(STATIC));
    }

    /** A final class without state that the ServiceLoader makes, or what all of them are. */
    private static boolean statesAKind(JavaClass type) {
        return type.isEquivalentTo(KindDefinition.class)
                || type.isAssignableTo(KindDefinition.class)
                        && type.getModifiers().contains(FINAL)
                        && type.getFields().stream()
                                .allMatch(field -> field.getModifiers().contains(STATIC)
                                        && field.getModifiers().contains(FINAL));
    }
}
