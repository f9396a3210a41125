package city.dure.citizens;

import static city.dure.citizens.TestCitizens.actor;
import static city.dure.citizens.TestCitizens.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.identity.PersonMarks;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Whom an identity provider vouches for, and for whom it does not. */
@PortalTest
class ProviderTests {
    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired ProvidedIdentities provided;
    @Autowired PersonMarks persons;
    @Autowired TransactionOperations transaction;
    private final String ci = UUID.randomUUID().toString();
    private Profile profile;
    private Citizen citizen;

    @BeforeEach
    void come() {
        profile = someone();
        citizen = people.joined(profile);
    }

    @Test
    void provesWhoIsCalledAsTheProviderSays() {
        know(citizen, ci, profile.name().plain());
        String path = "/me/verification/identity";
        assertThat(TestForm.post(mvc, path, Objects.requireNonNull(citizen.account())))
                .hasRedirectedUrl("/me/verification");
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(3);
        assertThat(citizens.get(citizen.id()).provenBy()).isEqualTo("ci");
    }

    @Test
    void provesNobodyOfWhomItSaysNothingOrOtherwise() {
        assertThat(provided.has(citizen)).isFalse();
        assertThatThrownBy(() -> prove(citizen)).hasMessage("citizens.ci.none");
        know(citizen, ci, "다른이름");
        assertThat(provided.has(citizen)).isTrue();
        assertThatThrownBy(() -> prove(citizen)).hasMessage("citizens.ci.differs");
        assertThat(citizens.get(citizen.id()).level()).isZero();
    }

    @Test
    void makesOnePersonOneMember() {
        know(citizen, ci, profile.name().plain());
        prove(citizen);
        var second = someone();
        var twin =
                people.joined(
                        new Profile(profile.name(), profile.birth(), second.email(), null, null));
        know(twin, ci, profile.name().plain());
        assertThatThrownBy(() -> prove(twin)).hasMessage("citizens.ci.taken");
        assertThat(citizens.get(twin.id()).level()).isZero();
    }

    @Test
    void letsNoAccountBecomeAnothersPerson() {
        assertThat(know(citizen, ci, profile.name().plain())).isTrue();
        assertThat(know(citizen, ci, "새이름")).isTrue();
        assertThat(know(citizen, "other " + ci, profile.name().plain())).isFalse();
    }

    private boolean know(Citizen of, String person, String name) {
        var account = Objects.requireNonNull(of.account());
        String born = profile.birth().plain();
        return Boolean.TRUE.equals(
                transaction.execute(status -> persons.know(account, person, name, born)));
    }

    private void prove(Citizen of) {
        transaction.executeWithoutResult(status -> provided.prove(actor(of), of.id()));
    }
}
