package io.genjin;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.genjin.shared.TypedId;
import java.lang.reflect.Constructor;
import java.util.UUID;

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

    /** What goes to a partner is released in one place, which has asked for the customer's consent (R-203, S-R66). */
    @ArchTest
    static final ArchRule PARTNERS_HEAR_THROUGH_THE_CONSENT_GATE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.genjin.consent.DisclosureDesk")
            .should()
            .callConstructorWhere(new DescribedPredicate<JavaConstructorCall>("releases data to a partner") {
                @Override
                public boolean test(JavaConstructorCall call) {
                    return call.getTargetOwner().getName().equals("io.genjin.consent.DisclosureDesk$Released");
                }
            })
            .because("banks, insurers and other partners get what DisclosureDesk.disclose returned, and nothing else");

    /** No second way out: nothing in the house opens a connection to anybody by itself. */
    @ArchTest
    static final ArchRule NOTHING_LEAVES_THE_HOUSE_BY_ITSELF = noClasses()
            .that()
            .resideOutsideOfPackages("io.genjin.database..", "io.genjin.backup..", "io.genjin.bench..")
            .and()
            .haveNameNotMatching("io\\.genjin\\.subscription\\.Postman(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(http\\..*|Socket|URLConnection|HttpURLConnection)"
                    + "|jakarta\\.mail\\..*|org\\.springframework\\.(mail\\..*|web\\.client\\..*"
                    + "|web\\.reactive\\.function\\.client\\..*)")
            .because(
                    "a port to a partner belongs behind the consent gate (R-203); add it there and name it here. The one"
                            + " postman brings people of the house their own letters, which hold sums and nobody's data");

    /** A buyer's number is opened by the order's own papers and by the gate, and by nothing else (S-R63). */
    @ArchTest
    static final ArchRule ONLY_THE_ORDER_OPENS_A_BUYERS_NUMBER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.genjin.order.OrderFile")
            .and()
            .doNotHaveFullyQualifiedName("io.genjin.order.FinanceDesk")
            .and()
            .doNotHaveFullyQualifiedName("io.genjin.order.BuyerNumbers")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("opens a buyer's number") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getName().equals("io.genjin.order.BuyerNumbers")
                            && call.getTarget().getName().equals("open");
                }
            })
            .because(
                    "identity numbers are shown masked; a look at the whole one is logged, a hand-over has its consent");

    /** Ids go into the journal's details as text, where no type may stand around them. */
    @ArchTest
    static void an_id_says_itself_and_nothing_around_it(JavaClasses house) throws ReflectiveOperationException {
        UUID value = TypedId.newValue();
        int ids = 0;
        for (JavaClass one : house) {
            if (one.isAssignableTo(TypedId.class) && !one.isInterface()) {
                Constructor<?> maker = one.reflect().getDeclaredConstructor(UUID.class);
                maker.setAccessible(true);
                assertThat(maker.newInstance(value)).as(one.getName()).hasToString(value.toString());
                ids++;
            }
        }
        assertThat(ids).isGreaterThan(40);
    }

    /** Who enters the database as its owner sees every dealership: keeping all of it, and measuring it, alone may (S-R25). */
    @ArchTest
    static final ArchRule THE_DATABASE_AS_A_WHOLE_IS_FOR_KEEPING_IT = noClasses()
            .that()
            .resideOutsideOfPackages("io.genjin.database..", "io.genjin.backup..", "io.genjin.bench..")
            .and()
            .doNotHaveFullyQualifiedName("io.genjin.erasure.Erasing")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("enters as the owner of the tables") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTarget().getName().equals("enterAsOwner")
                            || call.getTargetOwner().getName().equals("io.genjin.database.OwnerDoor");
                }
            })
            .because("the owner of the tables is held by no row-level security");

    /** A request works inside the dealership of whoever asks; those that go elsewhere are named and few (S-R25, S-R26). */
    @ArchTest
    static final ArchRule REQUESTS_STAY_AT_HOME = noClasses()
            .that()
            .resideInAPackage("..web..")
            .and()
            .haveNameNotMatching("io\\.genjin\\.(staff\\.web\\.(StaffFilter|ForgetOldKeys|Doorstep)"
                    + "|group\\.web\\.(CompareApi|ComparePages)|intake\\.web\\.LeadApi|hqlead\\.web\\.FeedbackApi)")
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("enters a dealership") {
                @Override
                public boolean test(JavaMethodCall call) {
                    return call.getTargetOwner().getName().equals("io.genjin.database.Tenancy")
                            && (call.getTarget().getName().equals("enter")
                                    || call.getTarget().getName().equals("within"));
                }
            })
            .because("only these may leave the asker's dealership: name another here, and say why");
}
