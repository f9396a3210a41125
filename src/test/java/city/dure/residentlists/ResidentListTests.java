package city.dure.residentlists;

import static city.dure.residentlists.ListsOfResidents.row;
import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.citizens.Citizen;
import city.dure.citizens.Citizens;
import city.dure.citizens.Profile;
import city.dure.citizens.Residence;
import city.dure.citizens.TestCitizens;
import city.dure.citizens.TestResidents;
import city.dure.imports.Run;
import city.dure.ledger.LedgerEntries;
import city.dure.personal.BirthDate;
import city.dure.personal.Phone;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists of residents through the whole engine, its worker being awake. */
@PortalTest
class ResidentListTests {
    @Autowired ListsOfResidents lists;
    @Autowired Citizens citizens;
    @Autowired LedgerEntries entries;
    @Autowired TestCitizens people;
    @Autowired TestResidents residents;
    @Autowired JdbcClient jdbc;

    private final Profile person = TestCitizens.someone();
    private final Profile other = TestCitizens.someone();

    @Test
    void takesEachPersonOnce() {
        String rows =
                row(person, "호수동", "2021-05-06") + row(other, "hosu", "") + row(person, "호수동", "");
        Run done = lists.taken(rows);
        assertThat(done.done()).isEqualTo(new Run.Counts(2, 0, 1, 0, 1));
        assertThat(lists.notes(done)).containsExactly("4 imports.note.repeat");
        Citizen citizen = found(person);
        assertThat(citizen.listed()).isTrue();
        assertThat(citizen.account()).isNull();
        assertThat(citizen.level()).isZero();
        assertThat(citizens.residences(citizen.id()))
                .containsExactly(
                        new Residence("hosu", LocalDate.of(2021, 5, 6), null, "list", true));
        assertThat(kinds(citizen)).containsExactly("citizen.listed");

        assertThat(lists.taken(rows).done().nothing()).isTrue();
        assertThat(kinds(citizen)).hasSize(1);
    }

    @Test
    void knowsWhoMovedAndNoMoveBeforeThat() {
        lists.taken(row(person, "hosu", "2021-05-06"));
        Run moved = lists.taken(row(person, "narae", "2023-01-02"));
        assertThat(moved.done().changed()).isOne();
        Citizen citizen = found(person);
        assertThat(citizen.district()).isEqualTo("narae");
        assertThat(citizens.residences(citizen.id())).hasSize(2);
        assertThat(kinds(citizen)).containsExactly("citizen.moved", "citizen.listed");
        Run older = lists.taken(row(person, "dure", "2022-01-02"));
        assertThat(older.done().unchanged()).isOne();
        assertThat(lists.notes(older)).containsExactly("2 residentlists.note.later");
        assertThat(found(person).district()).isEqualTo("narae");
    }

    @Test
    void refusesRowsOneByOne() {
        var young = new BirthDate(citizens.today().minusYears(14).plusDays(1));
        var old = new BirthDate(LocalDate.of(1897, 1, 1));
        Run done =
                lists.taken(
                        row(born(young), "hosu", "")
                                + row(born(old), "hosu", "")
                                + row(born(new BirthDate(citizens.today().plusDays(1))), "hosu", "")
                                + row(person, "서울", "")
                                + row(other, "hosu", "2021-02-30")
                                + "%s,850301-2345678,,,,hosu,\n".formatted(other.name().plain())
                                + "%s,1985-03-07,02-123-4567,x,,hosu,\n"
                                        .formatted(other.name().plain()));
        assertThat(lists.notes(done))
                .containsExactly(
                        "2 residentlists.refused.birth.young",
                        "3 residentlists.refused.birth.old",
                        "4 residentlists.refused.birth.future",
                        "5 residentlists.refused.district.unknown",
                        "6 residentlists.refused.since.wrong",
                        "7 residentlists.refused.number",
                        "8 residentlists.note.phone",
                        "8 residentlists.note.email");
        assertThat(citizens.find(person.name(), person.birth())).isEmpty();
        assertThat(citizens.profile(found(other).id()).orElseThrow().phone()).isNull();
    }

    @Test
    void tellsNamesakesByTheirPhones() {
        Profile namesake = with(person, TestCitizens.phone());
        Profile unknown = with(person, null);
        Run done =
                lists.taken(
                        row(person, "hosu", "")
                                + row(namesake, "dure", "")
                                + row(unknown, "narae", ""));
        assertThat(lists.notes(done)).containsExactly("4 residentlists.refused.several");
        assertThat(citizens.find(person.name(), person.birth()))
                .extracting(Citizen::district)
                .containsExactlyInAnyOrder("hosu", "dure");
        assertThat(lists.notes(lists.taken(row(unknown, "narae", ""))))
                .containsExactly("2 residentlists.refused.several");
        lists.taken(row(other, "hosu", ""));
        assertThat(lists.notes(lists.taken(row(with(other, TestCitizens.phone()), "hosu", ""))))
                .containsExactly("2 residentlists.refused.phone.other");
    }

    @Test
    void refusesNamesakesWithoutPhonesWhoLiveApart() {
        Profile unknown = with(person, null);
        String rows = row(unknown, "hosu", "") + row(unknown, "dure", "");
        assertThat(lists.notes(lists.taken(rows)))
                .containsExactly(
                        "2 residentlists.refused.several", "3 residentlists.refused.several");
        assertThat(citizens.find(person.name(), person.birth())).isEmpty();
    }

    /** Else the newest list without days would move everybody back who told of a move. */
    @Test
    void movesNobodyBackWithoutADay() {
        Citizen member = residents.proven(person);
        Run done = lists.taken(row(person, "dure", ""));
        assertThat(lists.notes(done))
                .containsExactly("2 residentlists.note.member", "2 residentlists.note.undated");
        assertThat(citizens.get(member.id()).district()).isEqualTo(member.district());
        assertThat(citizens.get(member.id()).listed()).isTrue();
    }

    @Test
    void renewsWhatItKnowsOfThoseWhoHaveNotJoined() {
        Profile before = with(person, null);
        lists.taken(row(before, "hosu", ""));
        Run done = lists.taken(row(person, "hosu", ""));
        assertThat(done.done().changed()).isOne();
        assertThat(lists.notes(done)).containsExactly("2 residentlists.note.renewed");
        Citizen citizen = found(person);
        assertThat(citizens.profile(citizen.id()).orElseThrow().phone()).isEqualTo(person.phone());
        assertThat(citizens.find(Objects.requireNonNull(person.phone())))
                .extracting(Citizen::id)
                .containsExactly(citizen.id());
        assertThat(kinds(citizen)).containsExactly("citizen.corrected", "citizen.listed");
        assertThat(lists.taken(row(person, "hosu", "")).done().nothing()).isTrue();
    }

    /** Who joined under a name has to prove it before a list may speak of them. */
    @Test
    void trustsNoMemberWhoProvedNothing() {
        Citizen member = people.joined(person);
        lists.taken(row(person, "dure", ""));
        assertThat(citizens.get(member.id()).listed()).isFalse();
        assertThat(citizens.find(person.name(), person.birth())).hasSize(2);
    }

    private Citizen found(Profile one) {
        var found = citizens.find(one.name(), one.birth());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<String> kinds(Citizen citizen) {
        Sealed.everything(jdbc);
        return entries.about(citizen.id().ref(), true, null, 10).rows().stream()
                .peek(entry ->
                        assertThat(String.valueOf(entry.details()))
                                .doesNotContain(person.name().plain(), "03-07"))
                .map(entry -> entry.kind())
                .toList();
    }

    private Profile born(BirthDate day) {
        return new Profile(TestCitizens.someone().name(), day, null, null, null);
    }

    private static Profile with(Profile one, @Nullable Phone phone) {
        return new Profile(one.name(), one.birth(), null, phone, null);
    }
}
