package city.dure.applications;

import static city.dure.applications.TestApplications.bakery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import city.dure.PortalTest;
import city.dure.access.Access;
import city.dure.access.AccessLog;
import city.dure.applications.Reviews.ViewReason;
import city.dure.identity.AccountId;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Officers see applicants with a reason, and each look is written down. */
@PortalTest
class ViewingApplicantsTests {
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired AccessLog log;

    private final Actor owner = person(Role.CITIZEN);
    private final Actor officer = person(Role.MERCHANT_OFFICER);
    private final Actor second = person(Role.MERCHANT_OFFICER);

    @Test
    void showsThePersonToAnOfficerOnlyAfterAReason() {
        ApplicationId id = applications.submit(owner, bakery("가림 빵집"));
        var paper = applications.own(owner, id).sheets().getFirst().id();
        assertThat(seen(officer, id).owner().name()).isEqualTo("카○○○");
        assertThat(seen(officer, id).owner().account()).isEqualTo("***-****-***2-11");
        assertThatThrownBy(() -> reviews.paper(officer, id, paper, "192.0.2.7"))
                .isInstanceOf(Conflict.class);

        reviews.viewPerson(officer, id, ViewReason.CONTACT);

        assertThat(seen(officer, id).owner().name()).isEqualTo("카나리아");
        assertThat(reviews.paper(officer, id, paper, "192.0.2.7").bytes()).isNotEmpty();
        assertThat(seen(second, id).owner().name()).isEqualTo("카○○○");
        assertThat(log.about(List.of(owner.ref()), null, 9).rows())
                .as("as many lines as looks")
                .extracting(Access::who, Access::about, Access::reason)
                .containsExactly(
                        tuple(officer.ref(), "papers", "contact"),
                        tuple(officer.ref(), "name,phone,number,account", "contact"));
        assertThat(applications.own(owner, id).steps().getLast())
                .satisfies(step -> {
                    assertThat(step.actor()).isEqualTo(officer.ref());
                    assertThat(step.codes()).containsExactly("contact");
                });
    }

    private ApplicationFile seen(Actor by, ApplicationId id) {
        return reviews.file(by, id, "192.0.2.7");
    }

    private static Actor person(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()).ref(), role);
    }
}
