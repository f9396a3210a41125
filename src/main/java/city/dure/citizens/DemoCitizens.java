package city.dure.citizens;

import city.dure.consents.ConsentKind;
import city.dure.consents.Consents;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.DemoPeople;
import city.dure.identity.NewAccount;
import city.dure.identity.Passwords;
import city.dure.personal.BirthDate;
import city.dure.personal.EmailAddress;
import city.dure.personal.PersonName;
import city.dure.personal.Phone;
import city.dure.personal.PostalAddress;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Invented citizens of the demo, made as people make themselves: the demo's own people by name, and
 * two hundred others. Their numbers begin with 010-0000, which nobody has.
 */
@Component
@org.springframework.context.annotation.Profile("demo")
@Order(12) // After the people and the consents
class DemoCitizens implements ApplicationRunner {
    private static final int OTHERS = 200;
    private static final int BATCH = 25;
    private static final String FAMILY = "김이박최정강조윤장임한오서신권황안송류홍";
    private static final String FIRST = "가나다라마서아유지하은채시도민로소예온해";
    private static final String SECOND = "람빛솔결윤은찬율아진별현슬담온새봄준원비";
    private static final List<String> DISTRICTS =
            List.of("hosu", "deulkkot", "haetsal", "narae", "saemmul", "dalbit", "solnae", "dure");

    private final Accounts accounts;
    private final Passwords passwords;
    private final DemoPeople people;
    private final Consents consents;
    private final Citizens citizens;
    private final Proving proving;
    private final TransactionOperations transaction;

    DemoCitizens(
            Accounts accounts,
            Passwords passwords,
            DemoPeople people,
            Consents consents,
            Citizens citizens,
            Proving proving,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.people = people;
        this.consents = consents;
        this.citizens = citizens;
        this.proving = proving;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (citizens.of(known("citizen.kim")).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            named("citizen.kim", 1, 3);
            named("citizen.lee", 2, 2);
            named("citizen.park", 3, 1);
            named("shop.bakery", 4, 3);
        });
        for (int batch = 0; batch < OTHERS; batch += BATCH) {
            int from = batch;
            transaction.executeWithoutResult(status -> others(from));
        }
    }

    private void others(int from) {
        for (int i = from; i < from + BATCH; i++) {
            var account = accounts.open(Actor.SYSTEM, new NewAccount(name(i), false));
            join(new Actor(account.ref(), Role.CITIZEN), name(i), 100 + i, i % 4);
        }
    }

    private void named(String username, int number, int level) {
        String name =
                people.all().stream()
                        .filter(each -> each.username().equals(username))
                        .findFirst()
                        .orElseThrow()
                        .name();
        join(known(username), name, number, level);
    }

    private void join(Actor actor, String name, int number, int level) {
        consents.asked().stream()
                .filter(text -> text.kind() != ConsentKind.NEWS || number % 3 == 0)
                .forEach(text -> consents.give(actor, text.kind(), text.version()));
        var profile = profile(name, number);
        String district = DISTRICTS.get(number % DISTRICTS.size());
        LocalDate since = profile.birth().day().plusDays(number % 5000);
        citizens.join(actor, new NewCitizen(profile, district, since));
        for (String proof : List.of("email", "phone", "desk").subList(0, level)) {
            boolean desk = proof.equals("desk");
            Actor by = desk ? new Actor(known("desk.agent").ref(), Role.DESK_AGENT) : actor;
            proving.proven(by, citizens.of(actor).orElseThrow(), proof, profile);
        }
    }

    private static Profile profile(String name, int number) {
        return new Profile(
                new PersonName(name),
                new BirthDate(LocalDate.of(1942, 1, 1).plusDays(number * 7_919L % 24_000)),
                new EmailAddress("citizen" + number + "@example.com"),
                new Phone("0100000%04d".formatted(number)),
                new PostalAddress("한들시 물빛로 %d, %d호".formatted(number / 2 + 1, 101)));
    }

    /** Three syllables, which no two of the two hundred share in this order. */
    private static String name(int number) {
        return ""
                + FAMILY.charAt(number % FAMILY.length())
                + FIRST.charAt((number / FAMILY.length() + number) % FIRST.length())
                + SECOND.charAt((number / FAMILY.length() * 3 + number * 7) % SECOND.length());
    }

    private Actor known(String username) {
        AccountId account = passwords.find(username).orElseThrow().account();
        return new Actor(account.ref(), Role.CITIZEN);
    }
}
