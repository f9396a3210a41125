package city.dure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.eligibility.Eligibility;
import city.dure.identity.Roles;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.sql.DriverManager;
import java.time.temporal.Temporal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.AbstractDriverBasedDataSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;

/**
 * How the classes of the portal are made. Each rule is also tried on {@code forbidden.habits},
 * which breaks them all.
 */
class ArchitectureTests {
    private static final JavaClasses PORTAL =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("city.dure");
    private static final JavaClasses FORBIDDEN =
            new ClassFileImporter().importPackages("forbidden.habits");

    enum Rule {
        CONTROLLERS_ARE_NOT_PUBLIC(
                classes()
                        .that()
                        .areMetaAnnotatedWith(Controller.class)
                        .or()
                        .areMetaAnnotatedWith(ControllerAdvice.class)
                        .should()
                        .notBePublic()),
        NO_REQUEST_IS_BOUND_TO_AN_ENTITY(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areMetaAnnotatedWith(Controller.class)
                        .should(takeNoEntity())),
        CONSTRUCTORS_INJECT(
                noFields()
                        .should()
                        .beAnnotatedWith(Autowired.class)
                        .orShould()
                        .beAnnotatedWith(Value.class)
                        .orShould()
                        .beAnnotatedWith(PersistenceContext.class)),
        ONLY_THE_COMMAND_LINE_PRINTS(
                noClasses()
                        .that()
                        .doNotHaveSimpleName("Start")
                        .and()
                        .doNotHaveSimpleName("Dure")
                        .should(ACCESS_STANDARD_STREAMS)),
        ONE_JACKSON(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.fasterxml.jackson.databind..",
                                "com.fasterxml.jackson.core..")),
        /** All but the command that checks a ledger, which only reads. */
        ONE_WAY_TO_THE_DATABASE(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("city.dure.verification")
                        .should()
                        .dependOnClassesThat(
                                assignableTo(DriverManager.class)
                                        .or(assignableTo(AbstractDriverBasedDataSource.class)))),
        /** Entries carry the business clock's time; only sealing goes by the system's. */
        THE_CLOCK_IS_GIVEN(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("city.dure.ledger")
                        .should(callMethodWhere(asksTheSystemForTheTime()))),
        /** What needs a second person is done where that person is asked for. */
        ROLES_ARE_GRANTED_BY_TWO(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("city.dure.people.RoleRequests")
                        .should(callMethodWhere(calls(Roles.class, "grant")))),
        RULES_ARE_ANNOUNCED_BY_TWO(
                noClasses()
                        .that()
                        .doNotHaveFullyQualifiedName("city.dure.eligibilitypages.Proposals")
                        .should(callMethodWhere(calls(Eligibility.class, "announce")))),
        NAMES_SAY_WHAT_IT_IS(
                noClasses()
                        .should()
                        .haveSimpleNameEndingWith("Impl")
                        .orShould()
                        .haveSimpleNameEndingWith("Dto")
                        .orShould()
                        .haveSimpleNameEndingWith("Util")
                        .orShould()
                        .haveSimpleNameEndingWith("Utils")
                        .orShould()
                        .haveSimpleNameEndingWith("Helper"));

        private final ArchRule rule;

        Rule(ArchRule rule) {
            this.rule = rule;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keeps(Rule rule) {
        rule.rule.check(PORTAL);
    }

    @ParameterizedTest
    @EnumSource
    void notices(Rule rule) {
        assertThat(rule.rule.evaluate(FORBIDDEN).hasViolation()).isTrue();
    }

    private static DescribedPredicate<JavaMethodCall> asksTheSystemForTheTime() {
        return DescribedPredicate.describe(
                "it asks the system for the time",
                call ->
                        call.getName().equals("now")
                                && call.getTargetOwner().isAssignableTo(Temporal.class)
                                && call.getTarget().getRawParameterTypes().isEmpty());
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String method) {
        return DescribedPredicate.describe(
                "it calls " + method + " of " + owner.getSimpleName(),
                call ->
                        call.getName().equals(method)
                                && call.getTargetOwner().isEquivalentTo(owner));
    }

    private static ArchCondition<JavaMethod> takeNoEntity() {
        return new ArchCondition<>("take no entity") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaClass type : method.getRawParameterTypes()) {
                    if (type.isAnnotatedWith(Entity.class)) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        method, method.getFullName() + " takes " + type.getName()));
                    }
                }
            }
        };
    }
}
