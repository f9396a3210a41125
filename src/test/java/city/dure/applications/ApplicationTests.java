package city.dure.applications;

import static city.dure.applications.ApplicationState.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.applications.Application.IllegalTransition;
import city.dure.merchants.MerchantId;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationTests {
    private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
    private static final Actor OWNER = new Actor("u-OWNER", Role.CITIZEN);
    private static final Actor FIRST = new Actor("u-FIRST", Role.MERCHANT_OFFICER);
    private static final Actor SECOND = new Actor("u-SECOND", Role.MERCHANT_OFFICER);

    /** Every act, and the states from which it is possible. */
    private static final Map<Act, Set<ApplicationState>> POSSIBLE = new EnumMap<>(Act.class);

    static {
        POSSIBLE.put(Act.TAKE, EnumSet.of(SUBMITTED));
        POSSIBLE.put(Act.ASK, EnumSet.of(IN_REVIEW));
        POSSIBLE.put(Act.ANSWER, EnumSet.of(INFO_WANTED));
        POSSIBLE.put(Act.APPROVE, EnumSet.of(IN_REVIEW, OBJECTED));
        POSSIBLE.put(Act.REFUSE, EnumSet.of(IN_REVIEW, INFO_WANTED, OBJECTED));
        POSSIBLE.put(Act.OBJECT, EnumSet.of(REFUSED));
        POSSIBLE.put(Act.WITHDRAW, EnumSet.of(SUBMITTED, IN_REVIEW, INFO_WANTED, OBJECTED));
    }

    private enum Act {
        TAKE(it -> it.take(NOW)),
        ASK(it -> it.wantInformation(NOW)),
        ANSWER(it -> it.takeInformation(NOW)),
        APPROVE(it -> it.approve(MerchantId.random(), NOW)),
        REFUSE(it -> it.refuse(FIRST, RefusalReason.UNTRUE, NOW)),
        OBJECT(it -> it.object("number", NOW)),
        WITHDRAW(it -> it.withdraw(NOW));

        private final Consumer<Application> act;

        Act(Consumer<Application> act) {
            this.act = act;
        }
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void goesOnlyWhereItMay(Act act) {
        for (ApplicationState state : ApplicationState.values()) {
            Application application = in(state);
            if (POSSIBLE.getOrDefault(act, Set.of()).contains(state)) {
                act.act.accept(application);
                assertThat(application.state()).isNotEqualTo(state);
            } else {
                assertThatThrownBy(() -> act.act.accept(application))
                        .as(act + " from " + state)
                        .isInstanceOf(IllegalTransition.class);
                assertThat(application.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void takesOneObjectionOnly() {
        Application application = in(OBJECTED);
        application.refuse(SECOND, RefusalReason.UNTRUE, NOW);
        assertThat(application.objectionUntil()).isNull();
        assertThatThrownBy(() -> application.object("number", NOW))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void takesNoObjectionAfterSixtyDays() {
        Application application = in(REFUSED);
        assertThat(application.objectionPossible(NOW.plus(Duration.ofDays(60)).minusMillis(1)))
                .isTrue();
        assertThat(application.objectionPossible(NOW.plus(Duration.ofDays(60)))).isFalse();
    }

    @Test
    void isDecidedByNobodyWhoSentItInOrRefusedIt() {
        assertThat(in(IN_REVIEW).mayDecide(FIRST)).isTrue();
        assertThat(in(IN_REVIEW).mayDecide(OWNER)).isFalse();
        assertThat(in(OBJECTED).mayDecide(FIRST)).isFalse();
        assertThat(in(OBJECTED).mayDecide(SECOND)).isTrue();
        var written = new Application(FIRST, true, made(), "number", NOW);
        assertThat(written.mayDecide(FIRST)).isFalse();
        assertThat(written.mayDecide(SECOND)).isTrue();
    }

    @Test
    void isJoinedByOneOwnerOnly() {
        var written = new Application(FIRST, true, made(), "number", NOW);
        assertThat(written.applicant()).isNull();
        written.join("u-OWNER");
        assertThat(written.belongsTo(OWNER)).isTrue();
        assertThatThrownBy(() -> written.join("u-OTHER")).isInstanceOf(IllegalTransition.class);
    }

    private static Application in(ApplicationState state) {
        var application = new Application(OWNER, false, made(), "number", NOW);
        if (state == SUBMITTED) {
            return application;
        }
        if (state == WITHDRAWN) {
            application.withdraw(NOW);
            return application;
        }
        application.take(NOW);
        switch (state) {
            case INFO_WANTED -> application.wantInformation(NOW);
            case APPROVED -> application.approve(MerchantId.random(), NOW);
            case REFUSED -> application.refuse(FIRST, RefusalReason.UNTRUE, NOW);
            case OBJECTED -> {
                application.refuse(FIRST, RefusalReason.UNTRUE, NOW);
                application.object("number", NOW);
            }
            default -> {}
        }
        return application;
    }

    private static NewApplication made() {
        var owner =
                new Owner(new BusinessNumber("1248100998"), "김한들", "010-1234-5678", "011", "301");
        return new NewApplication(
                null, "행복빵집", "bakery", "hosu", "한들시 호수로 12", null, owner, List.of());
    }
}
