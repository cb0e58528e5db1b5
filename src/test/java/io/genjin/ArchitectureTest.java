package io.genjin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What keeps the rooms of the house tidy; each failure says what to do instead. */
@AnalyzeClasses(packages = "io.genjin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ONLY_WEB_KNOWS_THE_WEB = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "io.genjin.templates..", "io.genjin.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "gg.jte..")
            .because("pages, forms and servlets belong into the module's web package");

    @ArchTest
    static final ArchRule NOBODY_READS_THE_CLOCK_BY_ITSELF = classes()
            .that()
            .resideOutsideOfPackages("io.genjin.staff..", "io.genjin.demo..", "io.genjin.database..")
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                    callMethodWhere(new DescribedPredicate<JavaMethodCall>("now() without arguments") {
                        @Override
                        public boolean test(JavaMethodCall call) {
                            return call.getTarget().getName().equals("now")
                                    && call.getTarget().getRawParameterTypes().isEmpty()
                                    && call.getTargetOwner().getPackageName().equals("java.time");
                        }
                    })))
            .because("the business clock is a bean that a demo and a test can move; ask it");

    @ArchTest
    static final ArchRule NAMES_ARE_THE_TRADES = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Helper|(?<!Sales|Showroom)Manager|Dto)")
            .because("a class is named for what it is to a dealership");

    @ArchTest
    static final ArchRule NO_BINARY_FRACTIONS = noFields()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("io.genjin.."))
            .and()
            .areNotStatic()
            .should()
            .haveRawType("double")
            .orShould()
            .haveRawType("float")
            .because("money and ratios are decimals");

    @ArchTest
    static final ArchRule NO_FIELD_INJECTION = fields().should()
            .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .because("what a class needs stands in its constructor");
}
