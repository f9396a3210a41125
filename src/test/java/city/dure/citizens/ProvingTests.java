package city.dure.citizens;

import static city.dure.citizens.TestCitizens.actor;
import static city.dure.citizens.TestCitizens.someone;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.access.KeyedHash;
import city.dure.citizens.Proving.Outcome;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class ProvingTests {
    private static final Actor DESK = new Actor("u-TESTDESK", Role.DESK_AGENT);

    @Autowired TestCitizens people;
    @Autowired Citizens citizens;
    @Autowired Proving proving;
    @Autowired Codes codes;
    @Autowired JdbcClient jdbc;
    @Autowired KeyedHash hash;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;

    @Test
    void takesARightCodeOnce() {
        Citizen citizen = people.joined(someone());
        String code = mint(codes, citizen);
        assertThat(prove(citizen, "x" + code)).isEqualTo(Outcome.WRONG);
        assertThat(prove(citizen, " " + code)).isEqualTo(Outcome.RIGHT);
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(2);
        assertThat(prove(citizen, code)).isEqualTo(Outcome.NONE);
    }

    @Test
    void takesNoCodeAfterFiveWrongOnes() {
        Citizen citizen = people.joined(someone());
        String code = mint(codes, citizen);
        for (int i = 1; i < Codes.TRIES; i++) {
            assertThat(prove(citizen, "wrong")).isEqualTo(Outcome.WRONG);
        }
        assertThat(prove(citizen, "wrong")).isEqualTo(Outcome.USED_UP);
        assertThat(prove(citizen, code)).isEqualTo(Outcome.USED_UP);
        assertThat(citizens.get(citizen.id()).level()).isZero();
    }

    @Test
    void takesNoCodeThatIsTooOld() {
        Citizen citizen = people.joined(someone());
        var then = Clock.offset(clock, Codes.VALID.negated());
        String code = mint(new Codes(jdbc, hash, then), citizen);
        assertThat(prove(citizen, code)).isEqualTo(Outcome.EXPIRED);
        var later = Clock.offset(clock, Codes.VALID.negated().plus(Duration.ofMinutes(1)));
        String fresh = mint(new Codes(jdbc, hash, later), citizen);
        assertThat(prove(citizen, fresh)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void takesNoCodeForANumberThatWasSentToAnother() {
        var person = someone();
        Citizen citizen = people.joined(person);
        String code = mint(codes, citizen);
        var other =
                new Profile(person.name(), person.birth(), person.email(), someone().phone(), null);
        transaction.executeWithoutResult(
                status -> citizens.correct(actor(citizen), citizen.id(), 1, other, false));
        assertThat(prove(citizen, code)).isEqualTo(Outcome.NONE);
    }

    @Test
    void sendsNoMoreCodesThanFiveToAnAddressInAQuarterOfAnHour() {
        Citizen citizen = people.joined(someone());
        for (int i = 0; i < 5; i++) {
            assertThat(send(citizen)).isTrue();
        }
        assertThat(send(citizen)).isFalse();
        assertThat(send(people.joined(someone()))).isTrue();
    }

    @Test
    void letsOneOfTwoHaveAPhoneAlsoAtTheSameMoment() throws Exception {
        Phone phone = TestCitizens.phone();
        Citizen one = people.joined(with(phone));
        Citizen other = people.joined(with(phone));
        String first = mint(codes, one);
        String second = mint(codes, other);
        var outcomes = AtOnce.both(() -> prove(one, first), () -> prove(other, second));
        assertThat(outcomes).filteredOn(Outcome.RIGHT::equals).hasSize(1);
        assertThat(outcomes).filteredOn(each -> each instanceof Conflict).hasSize(1);
        assertThat(citizens.get(one.id()).level() + citizens.get(other.id()).level()).isEqualTo(2);
    }

    @Test
    void provesAnIdentityAtTheDesk() {
        Citizen citizen = people.joined(someone());
        transaction.executeWithoutResult(
                status -> proving.proveAtDesk(DESK, citizen.id(), citizen.version()));
        assertThat(citizens.get(citizen.id()).level()).isEqualTo(3);
        assertThat(citizens.get(citizen.id()).provenBy()).isEqualTo("desk");
    }

    private static Profile with(Phone phone) {
        var other = someone();
        return new Profile(
                new PersonName(other.name().plain()), other.birth(), other.email(), phone, null);
    }

    private String mint(Codes from, Citizen citizen) {
        String phone =
                Objects.requireNonNull(citizens.profile(citizen.id()).orElseThrow().phone())
                        .plain();
        return Objects.requireNonNull(
                transaction.execute(status -> from.mint(citizen.id(), Channel.PHONE, phone)));
    }

    private Outcome prove(Citizen citizen, String typed) {
        return Objects.requireNonNull(
                transaction.execute(status ->
                        proving.prove(actor(citizen), citizen.id(), Channel.PHONE, typed)));
    }

    private boolean send(Citizen citizen) {
        return Objects.requireNonNull(
                        transaction.execute(status ->
                                proving.sendCode(citizen.id(), Channel.PHONE, Locale.KOREAN)))
                .isEmpty();
    }
}
