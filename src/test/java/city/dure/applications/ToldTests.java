package city.dure.applications;

import static city.dure.applications.TestApplications.bakery;
import static city.dure.applications.TestApplications.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.applications.Reviews.Wanted;
import city.dure.identity.AccountId;
import city.dure.notices.Notices;
import city.dure.notices.Told;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Applicants are told what became of their application, and nobody else is. */
@PortalTest
class ToldTests {
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Notices notices;
    @Autowired TransactionOperations transaction;

    private final Actor owner = person(Role.CITIZEN);
    private final Actor officer = person(Role.MERCHANT_OFFICER);
    private final Actor second = person(Role.MERCHANT_OFFICER);

    @Test
    void tellsTheApplicantOfEachDecision() {
        String name = "소식 빵집 " + unique();
        ApplicationId id = applications.submit(owner, bakery(name));
        reviews.take(officer, id, version(id));
        reviews.wantInformation(officer, id, version(id), List.of(Wanted.OTHER), null);
        reviews.refuse(officer, id, version(id), RefusalReason.UNTRUE, null);
        applications.object(owner, id, version(id), "사실이에요");
        reviews.refuse(second, id, version(id), RefusalReason.UNTRUE, null);

        assertThat(toldTo(owner))
                .extracting(told -> told.notice().key())
                .containsExactly(
                        "applications.notice.objection-refused",
                        "applications.notice.refused",
                        "applications.notice.information-wanted");
        assertThat(toldTo(owner))
                .allSatisfy(told -> {
                    assertThat(told.notice().href()).endsWith("/" + id.ref());
                    assertThat(told.notice().arguments()).containsExactly(name);
                });
        assertThat(toldTo(officer)).isEmpty();
    }

    @Test
    void tellsNothingOfWhatWasNotDone() {
        ApplicationId id = applications.submit(owner, bakery("그대로 빵집 " + unique()));
        int stale = version(id) + 1;
        assertThatThrownBy(() -> reviews.approve(officer, id, stale)).isInstanceOf(Conflict.class);
        reviews.take(officer, id, version(id));
        transaction.executeWithoutResult(status -> {
            reviews.approve(officer, id, version(id));
            status.setRollbackOnly();
        });
        assertThat(toldTo(owner)).isEmpty();
        reviews.approve(officer, id, version(id));
        assertThat(toldTo(owner)).hasSize(1);
    }

    @Test
    void tellsNobodyOfWhatAnOfficialWroteUntilTheOwnerJoins() {
        ApplicationId id = applications.submit(officer, bakery("대신 쓴 빵집 " + unique()));
        reviews.take(second, id, version(id));
        reviews.wantInformation(second, id, version(id), List.of(Wanted.OTHER), null);
        assertThat(toldTo(officer)).isEmpty();
        String code = Objects.requireNonNull(applications.own(officer, id).joinCode());
        applications.join(owner, code, "010-2468-1357");
        reviews.refuse(second, id, version(id), RefusalReason.UNTRUE, null);
        assertThat(toldTo(owner)).hasSize(1);
    }

    private List<Told> toldTo(Actor person) {
        return Objects.requireNonNull(
                        transaction.execute(status -> notices.page(person, false, null, 9)))
                .rows();
    }

    private int version(ApplicationId id) {
        return reviews.file(second, id, "192.0.2.7").summary().version();
    }

    private static Actor person(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()).ref(), role);
    }
}
