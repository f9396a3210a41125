package city.dure.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.access.Access;
import city.dure.access.Access.What;
import city.dure.access.AccessLog;
import city.dure.citizens.Citizen;
import city.dure.citizens.Profile;
import city.dure.citizens.TestCitizens;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Roles;
import city.dure.notices.Notices;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.TooMany;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

@PortalTest
class LookupsTests {
    private static final String ADDRESS = "192.0.2.7";

    @Autowired Lookups lookups;
    @Autowired LookupRows rows;
    @Autowired TestCitizens people;
    @Autowired Accounts accounts;
    @Autowired Roles roles;
    @Autowired Notices notices;
    @Autowired AccessLog log;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;
    private Actor official;
    private Citizen citizen;

    @BeforeEach
    void come() {
        official = staff("새 상담사", Role.DESK_AGENT);
        citizen = people.joined(TestCitizens.someone());
    }

    @Test
    void showsNobodyWithoutAReason() {
        assertThat(view()).isFalse();
        assertThatThrownBy(() -> lookups.reveal(official, citizen.id(), Field.PHONE, ADDRESS))
                .hasMessage("lookups.closed");
        assertThat(records()).isEmpty();
    }

    @Test
    void opensOneCitizenToOneOfficialForTenMinutes() {
        open(official);
        assertThat(view()).isTrue();
        Actor other = staff("다른 상담사", Role.DESK_AGENT);
        assertThat(lookups.view(other, citizen.id(), ADDRESS)).isEmpty();
        Citizen neighbour = people.joined(TestCitizens.someone());
        assertThat(lookups.view(official, neighbour.id(), ADDRESS)).isEmpty();
        var later = clock.instant().plus(Lookups.OPEN);
        assertThat(rows.open(official, citizen.id(), later)).isEmpty();
        assertThat(rows.open(official, citizen.id(), later.minusSeconds(60))).isPresent();
    }

    @Test
    void writesDownEachViewAndEachFieldInPlain() {
        open(official);
        view();
        view();
        String phone = lookups.reveal(official, citizen.id(), Field.PHONE, ADDRESS);
        assertThat(phone).startsWith("01");
        assertThat(records())
                .extracting(Access::what)
                .containsExactly(What.REVEALED, What.VIEWED, What.VIEWED);
        Access revealed = records().getFirst();
        assertThat(revealed.who()).isEqualTo(official.ref());
        assertThat(revealed.place()).isEqualTo(ADDRESS);
        assertThat(revealed.about()).isEqualTo("phone");
        assertThat(revealed.reason()).isEqualTo("request");
        assertThat(records().getLast().about()).isEqualTo("name,birth,phone,email");
        assertThat(revealed.toString()).contains("whom=" + citizen.id(), "reason=request");
    }

    @Test
    void revealsNothingWhereNothingIsKept() {
        open(official);
        assertThatThrownBy(() -> lookups.reveal(official, citizen.id(), Field.ADDRESS, ADDRESS))
                .hasMessage("lookups.empty");
        assertThat(records()).isEmpty();
    }

    @Test
    void tellsTheAuditorOfManyAndRefusesMore() {
        Actor auditor = staff("새 감사", Role.AUDITOR);
        for (int i = 1; i < Alarms.MANY; i++) {
            open(official);
        }
        assertThat(told(auditor)).isEmpty();
        open(official);
        assertThat(told(auditor)).containsExactly("lookups.alarm.many");
        for (int i = Alarms.MANY; i < Lookups.AN_HOUR; i++) {
            open(official);
        }
        assertThatThrownBy(() -> open(official)).isInstanceOf(Conflict.class);
        open(staff("또 다른 상담사", Role.DESK_AGENT));
    }

    @Test
    void marksWhoIsCalledLikeStaff() {
        Actor auditor = staff("둘째 감사", Role.AUDITOR);
        var other = TestCitizens.someone();
        String name = "동명" + letters();
        staff(name, Role.PROGRAM_OFFICER);
        var called =
                new Profile(
                        new PersonName(name),
                        other.birth(),
                        new EmailAddress("namesake@example.com"),
                        null,
                        null);
        citizen = people.joined(called);
        open(official);
        assertThat(lookups.opened(official, citizen.id()).orElseThrow().namesake()).isTrue();
        assertThat(told(auditor)).containsExactly("lookups.alarm.namesake");
    }

    @Test
    void findsExactlyAndWritesTheSearchDown() {
        var profile = Objects.requireNonNull(TestCitizens.someone());
        Citizen wanted = people.joined(profile);
        var phone = Objects.requireNonNull(profile.phone());
        var byEnd = new Search(null, profile.name(), phone.lastFour(), null);
        assertThat(lookups.search(official, byEnd, LookupReason.PAYMENT, ADDRESS))
                .containsExactly(wanted.id());
        var half = new Search(null, profile.name(), null, null);
        assertThat(lookups.search(official, half, LookupReason.PAYMENT, ADDRESS)).isEmpty();
        var searched = log.page(official.ref(), null, 9).rows();
        assertThat(searched).extracting(Access::what).containsOnly(What.SEARCHED);
        assertThat(searched.getLast().about()).isEqualTo("phone_end,name");
        assertThat(searched.getLast().whom()).isEqualTo(wanted.id().ref());
        assertThat(searched.toString()).doesNotContain(profile.name().plain(), phone.digits());
    }

    @Test
    void refusesMoreSearchesThanADeskMakes() {
        var nobody = new Search(null, new PersonName("아무도"), "0000", null);
        for (int i = 0; i < Lookups.SEARCHES; i++) {
            lookups.search(official, nobody, LookupReason.PAYMENT, ADDRESS);
        }
        assertThatThrownBy(() -> lookups.search(official, nobody, LookupReason.PAYMENT, ADDRESS))
                .isInstanceOf(TooMany.class);
        lookups.search(staff("다른 직원", Role.DESK_AGENT), nobody, LookupReason.PAYMENT, ADDRESS);
    }

    private void open(Actor by) {
        transaction.executeWithoutResult(
                status -> lookups.open(by, citizen.id(), LookupReason.REQUEST));
    }

    private boolean view() {
        return lookups.view(official, citizen.id(), ADDRESS).isPresent();
    }

    private List<Access> records() {
        return log.about(List.of(citizen.id().ref()), null, 99).rows();
    }

    private List<String> told(Actor auditor) {
        return notices.page(auditor, false, null, 99).rows().stream()
                .map(told -> told.notice().key())
                .toList();
    }

    private Actor staff(String name, Role role) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    var account = accounts.open(Actor.SYSTEM, new NewAccount(name, true));
                    roles.grantAtSetup(account, role);
                    return new Actor(account.ref(), role);
                }));
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
