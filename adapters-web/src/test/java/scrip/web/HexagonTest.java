package scrip.web;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The arrows of the hexagon point inwards. The build keeps main code apart by scope; these rules look at this module's
 * test code too, which could reach the other adapters.
 */
@AnalyzeClasses(packages = "scrip")
class HexagonTest {

    private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";

    @ArchTest
    static final ArchRule the_domain_knows_only_java = classes().that().resideInAPackage("scrip.domain..")
            .and(areInMainCode()).should().onlyDependOnClassesThat()
            .resideInAnyPackage("scrip.domain..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule the_application_knows_only_the_domain = classes().that()
            .resideInAPackage("scrip.application..").and(areInMainCode())
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("scrip.application..", "scrip.domain..", "java..", "org.jspecify..", "org.slf4j..");

    @ArchTest
    static final ArchRule the_web_knows_no_other_adapter = noClasses().that().resideInAPackage("scrip.web..")
            .should().dependOnClassesThat().resideInAnyPackage("scrip.persistence..", "scrip.payment..");

    @ArchTest
    static final ArchRule persistence_knows_no_other_adapter = noClasses().that()
            .resideInAPackage("scrip.persistence..")
            .should().dependOnClassesThat().resideInAnyPackage("scrip.web..", "scrip.payment..");

    @ArchTest
    static final ArchRule payment_knows_no_other_adapter = noClasses().that().resideInAPackage("scrip.payment..")
            .should().dependOnClassesThat().resideInAnyPackage("scrip.web..", "scrip.persistence..");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields_of_main_code = noClasses().that()
            .haveSimpleNameNotEndingWith("Test").and().haveSimpleNameNotEndingWith("IT")
            .should(injectFields());

    /** The tests of the domain, and the contracts and fakes of the ports, which other modules' tests use, stand in the same packages. */
    private static DescribedPredicate<JavaClass> areInMainCode() {
        return DescribedPredicate.describe("are in main code",
                type -> type.getSource().map(source -> source.getUri().toString())
                        .filter(uri -> uri.contains("-tests.jar") || uri.contains("/test-classes/")).isEmpty());
    }

    private static ArchCondition<JavaClass> injectFields() {
        return ArchCondition.from(DescribedPredicate.describe("inject fields", HexagonTest::injectsFields));
    }

    private static boolean injectsFields(JavaClass type) {
        return type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(AUTOWIRED)
                || field.isAnnotatedWith(VALUE));
    }
}
