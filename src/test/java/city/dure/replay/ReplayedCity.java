package city.dure.replay;

import city.dure.Dure;
import city.dure.Sealed;
import city.dure.TestDatabase;
import city.dure.book.Lot;
import city.dure.cards.TestCards;
import city.dure.citizens.Citizen;
import city.dure.citizens.CitizenId;
import city.dure.citizens.TestCitizens;
import city.dure.citizens.TestResidents;
import city.dure.identity.AccountId;
import city.dure.identity.Passwords;
import city.dure.identity.RoleGrant;
import city.dure.identity.Roles;
import city.dure.ledger.Ledger;
import city.dure.ledger.LedgerEntries;
import city.dure.ledger.LedgerReceipt;
import city.dure.merchants.Business;
import city.dure.merchants.Decisions;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.money.TestMoney;
import city.dure.mydata.TestLeaving;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.shared.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo city in a database of its own, with decisions about shops and roles after its start. */
final class ReplayedCity implements AutoCloseable {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);
    private final String inside;

    /** How many citizens left. */
    static final int FORGOTTEN = 50;

    /** What is done here, no entry tells of. */
    final JdbcTemplate behind;

    final MerchantId shop;

    /** The number of the entry that last spoke of the shop. */
    final long suspended;

    final AccountId clerk;

    /** The number of the entry that last spoke of the clerk's role. */
    final long granted;

    final CitizenId citizen;

    /** The account of the citizen, which agrees to everything. */
    final String agreeing;

    /** What somebody has left after they paid. */
    final Lot lot;

    /** The number of the entry in which it did so last, to news. */
    final long agreed;

    /** The number of the entry that last spoke of the citizen. */
    final long joined;

    private final ConfigurableApplicationContext portal;

    ReplayedCity(Path home, String inside) {
        this.inside = inside;
        behind = new JdbcTemplate(database());
        var arguments = new ArrayList<String>();
        TestDatabase.properties(inside)
                .forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of("--server.port=0", "--dure.home=" + home, "--dure.demo=true"));
        portal =
                new SpringApplicationBuilder(Dure.class)
                        .profiles("demo")
                        .run(arguments.toArray(String[]::new));
        shop = bakery();
        suspended = decideAboutShops();
        Citizen member = joined();
        citizen = member.id();
        agreeing = TestCitizens.actor(member).ref();
        joined = newestAbout(citizen, "citizen.joined");
        agreed = newestAbout(TestCitizens.actor(member), "consent.given");
        forget(FORGOTTEN);
        portal.getBean(TestResidents.class).meetMembers();
        portal.getBean(TestCards.class).live(joined().id(), joined().id());
        lot = portal.getBean(TestMoney.class).live();
        clerk = account("shop.bakery.clerk");
        granted = decideAboutRoles();
    }

    /** The database, without the guard. */
    DataSource database() {
        return TestDatabase.unguarded(inside);
    }

    @Override
    public void close() {
        portal.close();
    }

    private MerchantId bakery() {
        var bakery = Business.of("다시 세는 빵집", "bakery", "hosu", "한들시 호수로 12");
        return portal.getBean(Merchants.class)
                .approve(OFFICER, null, bakery, () -> "a-T", () -> "u-T")
                .merchant();
    }

    /** The number of the entry that suspends the bakery. */
    private long decideAboutShops() {
        var merchants = portal.getBean(Merchants.class);
        var decisions = portal.getBean(Decisions.class);
        var second = Business.of("다시 세는 찻집", "cafe", "hosu", "한들시 호수로 13");
        var other = merchants.approve(OFFICER, null, second, () -> "a-T", () -> "u-T").merchant();
        decisions.suspend(OFFICER, other, "inspection", merchants.summary(other).version());
        decisions.resume(OFFICER, other, merchants.summary(other).version());
        decisions.close(OFFICER, other, "owner_request", merchants.summary(other).version());
        int seen = merchants.summary(shop).version();
        return number(decisions.suspend(OFFICER, shop, "inspection", seen));
    }

    /** The number of the entry that makes the clerk an officer. */
    private long decideAboutRoles() {
        var roles = portal.getBean(Roles.class);
        var admin = new Actor(account("admin").ref(), Role.ADMIN);
        var admin2 = new Actor(account("admin2").ref(), Role.ADMIN);
        LocalDate until = LocalDate.now().plusMonths(2);
        propose(roles, admin, clerk, Role.MERCHANT_OFFICER, until);
        long number = number(roles.grant(admin2, waiting(clerk)));
        AccountId other = account("citizen.park");
        propose(roles, admin, other, Role.FRAUD_OFFICER, until);
        roles.decline(admin2, waiting(other));
        propose(roles, admin, other, Role.VOTE_OFFICER, until);
        UUID taken = waiting(other);
        roles.grant(admin2, taken);
        roles.withdraw(admin, taken);
        propose(roles, admin, other, Role.VOTE_OFFICER, until.plusDays(3));
        return number;
    }

    private static void propose(
            Roles roles, Actor admin, AccountId account, Role role, LocalDate until) {
        roles.propose(admin, UUID.randomUUID(), account, role, until);
    }

    private AccountId account(String username) {
        return portal.getBean(Passwords.class).find(username).orElseThrow().account();
    }

    private UUID waiting(AccountId account) {
        return portal.getBean(Roles.class).current(List.of(account)).stream()
                .filter(RoleGrant::waits)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Citizen joined() {
        return portal.getBean(TestCitizens.class).joined(TestCitizens.someone());
    }

    /** Lets as many join and leave again. */
    private void forget(int many) {
        var people = portal.getBean(TestCitizens.class);
        for (int i = 0; i < many; i++) {
            Citizen leaving = people.joined(TestCitizens.someone());
            portal.getBean(TestLeaving.class).forget(TestCitizens.actor(leaving));
        }
    }

    private long newestAbout(Subject subject, String kind) {
        Sealed.everything(portal.getBean(JdbcClient.class));
        return portal
                .getBean(LedgerEntries.class)
                .about(subject.ref(), true, null, 9)
                .rows()
                .stream()
                .filter(entry -> entry.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** The row of the role that the clerk was granted. */
    UUID grant() {
        return portal.getBean(Roles.class).current(List.of(clerk)).stream()
                .filter(grant -> grant.role() == Role.MERCHANT_OFFICER)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private long number(LedgerReceipt receipt) {
        return portal.getBean(Ledger.class)
                .awaitNumber(receipt, Duration.ofSeconds(20))
                .orElseThrow();
    }
}
