package city.dure.citizens;

import static city.dure.citizens.TestCitizens.actor;
import static city.dure.citizens.TestCitizens.living;
import static city.dure.citizens.TestCitizens.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.consents.ConsentKind;
import city.dure.personal.BirthDate;
import city.dure.personal.PersonName;
import city.dure.personal.PostalAddress;
import city.dure.shared.Actor;
import city.dure.vault.Vault;
import city.dure.web.Conflict;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class CitizensTests {
    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired CitizenRows rows;
    @Autowired Vault vault;
    @Autowired TransactionOperations transaction;

    @Test
    void letsSomebodyJoinOnceOnly() {
        Citizen citizen = people.joined(someone());
        assertThat(citizen.level()).isZero();
        assertThatThrownBy(() -> join(actor(citizen), someone()))
                .isInstanceOf(Conflict.class)
                .hasMessage("citizens.joined");
    }

    @Test
    void letsNobodyJoinWhoDoesNotAgree() {
        Actor actor = people.newcomer();
        assertThatThrownBy(() -> join(actor, someone())).hasMessage("citizens.consent.missing");
        people.agree(actor);
        people.disagree(actor, ConsentKind.COLLECTION);
        assertThatThrownBy(() -> join(actor, someone())).hasMessage("citizens.consent.missing");
        people.agree(actor);
        people.disagree(actor, ConsentKind.NEWS);
        join(actor, someone());
        assertThat(citizens.of(actor)).isPresent();
    }

    @Test
    void letsNobodyJoinWhoIsUnderFourteen() {
        Actor actor = people.newcomer();
        people.agree(actor);
        LocalDate day = citizens.today().minusYears(14);
        assertThatThrownBy(() -> join(actor, born(day.plusDays(1)))).hasMessageContaining("under");
        join(actor, born(day));
        assertThat(citizens.of(actor)).isPresent();
    }

    @Test
    void keepsValuesInTheVaultAndShowsThemMasked() {
        var person = someone();
        Citizen citizen = people.joined(person);
        assertThat(citizens.profile(citizen.id())).contains(person);
        assertThat(person.toString()).doesNotContain(person.name().plain(), "03-07");
        assertThat(vault.all(citizen.id().ref())).containsKey(Profile.NAME);
    }

    @Test
    void findsWhoeverIsAskedForExactly() {
        var person = someone();
        Citizen one = people.joined(person);
        var phone = Objects.requireNonNull(person.phone());
        assertThat(citizens.find(phone)).extracting(Citizen::id).containsExactly(one.id());
        assertThat(citizens.find(person.name(), phone.lastFour()))
                .extracting(Citizen::id)
                .containsExactly(one.id());
        assertThat(citizens.find(person.name(), new BirthDate(LocalDate.of(1985, 3, 8)))).isEmpty();
        String pieces = Normalizer.normalize(person.name().plain(), Normalizer.Form.NFD);
        assertThat(citizens.find(PersonName.read(pieces).orElseThrow(), person.birth()))
                .extracting(Citizen::id)
                .containsExactly(one.id());
    }

    @Test
    void tellsAHouseholdAndNothingMore() {
        String home = "한들시 물빛로 " + someone().name().plain();
        Citizen one = people.joined(at(new PostalAddress(home)));
        Citizen other = people.joined(at(new PostalAddress(home.replace(" ", ", "))));
        Citizen neighbour = people.joined(at(new PostalAddress(home + " 2")));
        Citizen elsewhere = people.joined(at(null));
        assertThat(citizens.sameHousehold(one.id(), other.id())).isTrue();
        assertThat(citizens.sameHousehold(one.id(), neighbour.id())).isFalse();
        assertThat(citizens.sameHousehold(elsewhere.id(), one.id())).isFalse();
    }

    @Test
    void correctsAndAsksForNewProofs() {
        Citizen citizen = people.joined(someone());
        save(citizen.proven("email", citizen.registeredAt()));
        var before = citizens.profile(citizen.id()).orElseThrow();
        var after =
                new Profile(
                        before.name(), before.birth(), someone().email(), null, before.address());
        int version = citizens.get(citizen.id()).version();
        assertThat(correct(citizen, version, after)).isTrue();
        assertThat(citizens.get(citizen.id()).level()).isZero();
        assertThat(citizens.profile(citizen.id())).contains(after);
        assertThat(citizens.find(Objects.requireNonNull(before.phone()))).isEmpty();
        assertThat(citizens.find(before.name(), before.phone().lastFour())).isEmpty();
        assertThatThrownBy(() -> correct(citizen, version, before))
                .isInstanceOf(Conflict.Changed.class);
        assertThat(correct(citizen, version + 1, after)).isFalse();
    }

    @Test
    void keepsANameThatWasProven() {
        Citizen citizen = people.joined(someone());
        save(citizen.proven("desk", citizen.registeredAt()));
        int version = citizens.get(citizen.id()).version();
        assertThatThrownBy(() -> correct(citizen, version, someone()))
                .hasMessage("citizens.proven");
        assertThat(citizens.get(citizen.id()).version()).isEqualTo(version);
    }

    @Test
    void knowsWhereSomebodyLivedWhen() {
        Citizen citizen = people.joined(someone());
        LocalDate day = LocalDate.of(2024, 5, 6);
        transaction.executeWithoutResult(
                status -> citizens.move(actor(citizen), citizen.id(), 1, "narae", day, "self"));
        assertThat(citizens.residences(citizen.id()))
                .containsExactly(
                        new Residence("narae", day, null, "self", true),
                        new Residence("hosu", LocalDate.of(2020, 3, 1), day, "self", true));
        assertThat(citizens.get(citizen.id()).district()).isEqualTo("narae");
    }

    private void join(Actor actor, Profile profile) {
        transaction.executeWithoutResult(status -> citizens.join(actor, living(profile)));
    }

    private boolean correct(Citizen citizen, int version, Profile profile) {
        return Boolean.TRUE.equals(
                transaction.execute(status ->
                        citizens.correct(actor(citizen), citizen.id(), version, profile, false)
                                .isPresent()));
    }

    /** As if it had been proven; with an entry, which the guard asks for. */
    private void save(Citizen proven) {
        transaction.executeWithoutResult(status -> {
            rows.save(proven, null);
            people.record(proven);
        });
    }

    private static Profile born(LocalDate day) {
        var other = someone();
        return new Profile(other.name(), new BirthDate(day), other.email(), null, null);
    }

    private static Profile at(@Nullable PostalAddress address) {
        var other = someone();
        return new Profile(other.name(), other.birth(), other.email(), other.phone(), address);
    }
}
