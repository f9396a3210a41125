package city.dure.applications;

import static city.dure.applications.TestApplications.bakery;
import static city.dure.applications.TestApplications.number;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.identity.AccountId;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Two who do the same at the same moment: one succeeds, the other is told. */
@PortalTest
class ApplicationsAtOnceTests {
    @Autowired Applications applications;
    @Autowired Reviews reviews;

    private final Actor owner = person(Role.CITIZEN);
    private final Actor officer = person(Role.MERCHANT_OFFICER);
    private final Actor second = person(Role.MERCHANT_OFFICER);

    @Test
    void takesOneOfTwoWhoApplyAtOnce() throws Exception {
        BusinessNumber number = number();
        var results =
                AtOnce.both(
                        () -> applications.submit(owner, bakery("하나", null, number)),
                        () -> applications.submit(second, bakery("둘", null, number)));
        assertThat(results.stream().filter(ApplicationId.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Throwable.class::isInstance))
                .singleElement()
                .isInstanceOfAny(ApplicationRefused.class, DataIntegrityViolationException.class);
    }

    @Test
    void letsOneOfTwoOfficersDecideAndTellsTheOther() throws Exception {
        ApplicationId id = applications.submit(owner, bakery("두 담당자 빵집"));
        reviews.take(officer, id, version(id));
        int seen = version(id);
        var results =
                AtOnce.both(
                        () -> reviews.approve(officer, id, seen).receipt(),
                        () -> reviews.refuse(second, id, seen, RefusalReason.UNTRUE, null));
        assertThat(results.stream().filter(LedgerReceipt.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Throwable.class::isInstance))
                .singleElement()
                .isInstanceOfSatisfying(
                        Conflict.class,
                        e -> assertThat(e.getMessage()).startsWith("applications.changed."));
        assertThat(applications.own(owner, id).steps()).hasSize(3);
    }

    private int version(ApplicationId id) {
        return reviews.file(officer, id, "192.0.2.7").summary().version();
    }

    private static Actor person(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()).ref(), role);
    }
}
