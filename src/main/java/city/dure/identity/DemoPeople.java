package city.dure.identity;

import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** The invented people of the demo city, made through the portal's own services. */
@Service
@Order(10)
public class DemoPeople implements ApplicationRunner {
    /** The password of all of them, named on the sign-in page of the demo. */
    public static final String PASSWORD = "dure-demo";

    private static final List<DemoPerson> PEOPLE =
            List.of(
                    new DemoPerson("citizen.kim", "김나래", null),
                    new DemoPerson("citizen.lee", "이도윤", null),
                    new DemoPerson("citizen.park", "박하늘", null),
                    new DemoPerson("shop.bakery", "정다온", null),
                    new DemoPerson("shop.bakery.clerk", "한결", null),
                    new DemoPerson("officer.merchants", "서이안", Role.MERCHANT_OFFICER),
                    new DemoPerson("officer2.merchants", "노을", Role.MERCHANT_OFFICER),
                    new DemoPerson("officer.programs", "윤슬기", Role.PROGRAM_OFFICER),
                    new DemoPerson("officer2.programs", "문가온", Role.PROGRAM_OFFICER),
                    new DemoPerson("officer.votes", "배시원", Role.VOTE_OFFICER),
                    new DemoPerson("officer2.votes", "류하진", Role.VOTE_OFFICER),
                    new DemoPerson("officer.fraud", "강단비", Role.FRAUD_OFFICER),
                    new DemoPerson("officer2.fraud", "채이로", Role.FRAUD_OFFICER),
                    new DemoPerson("officer.settlement", "조은별", Role.SETTLEMENT_OFFICER),
                    new DemoPerson("officer2.settlement", "임한솔", Role.SETTLEMENT_OFFICER),
                    new DemoPerson("desk.agent", "오미르", Role.DESK_AGENT),
                    new DemoPerson("auditor", "신바른", Role.AUDITOR),
                    new DemoPerson("admin", "권지음", Role.ADMIN),
                    new DemoPerson("admin2", "남우리", Role.ADMIN));

    private final boolean wanted;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Roles roles;
    private final PersonMarks persons;
    private final TransactionOperations transaction;

    DemoPeople(
            @Value("${dure.demo:false}") boolean wanted,
            Accounts accounts,
            Passwords passwords,
            Roles roles,
            PersonMarks persons,
            TransactionOperations transaction) {
        this.wanted = wanted;
        this.accounts = accounts;
        this.passwords = passwords;
        this.roles = roles;
        this.persons = persons;
        this.transaction = transaction;
    }

    /** Those who can be entered as here: everybody in the demo, else nobody. */
    public List<DemoPerson> all() {
        return wanted ? PEOPLE : List.of();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        for (DemoPerson person : all()) {
            transaction.executeWithoutResult(status -> make(person));
        }
    }

    private void make(DemoPerson person) {
        if (passwords.find(person.username()).isPresent()) {
            return;
        }
        AccountId id = accounts.open(Actor.SYSTEM, new NewAccount(person.name(), person.staff()));
        passwords.set(Actor.SYSTEM, id, person.username(), PASSWORD);
        if (person.role() != null) {
            persons.mark(id, "DEMO" + PEOPLE.indexOf(person));
            roles.grantAtSetup(id, person.role());
        }
    }
}
