package city.dure.citizens;

import city.dure.citizens.Residents.Listing;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Residents whom a list names: one nobody knows, one who joins afterwards, one who had joined. */
@Component
public class TestResidents {
    private static final Actor OFFICER = new Actor("u-TESTPROGRAMS", Role.PROGRAM_OFFICER);
    private static final Actor DESK = new Actor("u-TESTDESK", Role.DESK_AGENT);

    private final Residents residents;
    private final TestCitizens people;
    private final Proving proving;
    private final TransactionOperations transaction;

    TestResidents(
            Residents residents,
            TestCitizens people,
            Proving proving,
            TransactionOperations transaction) {
        this.residents = residents;
        this.people = people;
        this.proving = proving;
        this.transaction = transaction;
    }

    /** Whatever can become of somebody on a list becomes of somebody. */
    public void meetMembers() {
        Profile unknown = TestCitizens.someone();
        Profile later = TestCitizens.someone();
        Profile before = TestCitizens.someone();
        prove(people.joined(before));
        take(List.of(listing(unknown, "dure"), listing(later, "dure"), listing(before, "hosu")));
        prove(people.joined(later));
        take(List.of(listing(unknown, "narae"), listing(later, "narae"), listing(before, "dure")));
    }

    /** Somebody who joined and proved who they are. */
    public Citizen proven(Profile profile) {
        Citizen member = people.joined(profile);
        prove(member);
        return member;
    }

    private void take(List<Listing> people) {
        transaction.executeWithoutResult(status -> residents.take(OFFICER, people));
    }

    private void prove(Citizen member) {
        transaction.executeWithoutResult(
                status -> proving.proveAtDesk(DESK, member.id(), member.version()));
    }

    private static Listing listing(Profile person, String district) {
        return new Listing(new NewCitizen(person, district, LocalDate.of(2024, 5, 6)), true, false);
    }
}
