package city.dure.setup;

import city.dure.city.Founding;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.Person;
import city.dure.identity.Roles;
import city.dure.invitations.Invitations;
import city.dure.ledger.LedgerReceipt;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a city and its two first administrators, all at once or not at all. */
@Service
@Transactional
public class Setup {
    private final Founding founding;
    private final Accounts accounts;
    private final Roles roles;
    private final Invitations invitations;

    Setup(Founding founding, Accounts accounts, Roles roles, Invitations invitations) {
        this.founding = founding;
        this.accounts = accounts;
        this.roles = roles;
        this.invitations = invitations;
    }

    /**
     * What the city is called at first; its administrators can call it otherwise.
     *
     * @param currency what its local currency is called
     */
    record Names(String city, String cityEn, String currency, String currencyEn) {}

    /** A city and the links of its administrators, which nobody can see again. */
    record Made(LedgerReceipt founded, List<Invitations.Made> links) {}

    /** Whether there is nothing to make any more. */
    @Transactional(readOnly = true)
    boolean done() {
        return founding.isFounded();
    }

    /**
     * Makes it; the founding is the first entry of the ledger.
     *
     * @throws org.springframework.dao.DuplicateKeyException when there is a city already
     */
    Made make(Names names) {
        LedgerReceipt founded =
                founding.found(names.city(), names.cityEn(), names.currency(), names.currencyEn());
        var links =
                Stream.of("첫째 관리자", "둘째 관리자")
                        .map(this::administrator)
                        .map(account -> invitations.invite(Actor.SYSTEM, account))
                        .toList();
        return new Made(founded, links);
    }

    /** Makes new links for the administrators as long as no one of them can sign in. */
    List<Invitations.Made> linksAgain() {
        var administrators = accounts.staff(null, 3);
        boolean entered = administrators.stream().anyMatch(invitations::wasUsedBy);
        return entered || administrators.size() != 2
                ? List.of()
                : administrators.stream()
                        .map(account -> invitations.invite(Actor.SYSTEM, account))
                        .toList();
    }

    /**
     * A link to an account.
     *
     * @param administrator whether the account became an administrator's again
     */
    record Recovered(Invitations.Made link, boolean administrator) {}

    /**
     * Makes a new link to an official's account; where fewer than two administrators are left, so
     * that they could not make another, its holder is one from now on.
     *
     * @return empty when it is no official's
     */
    Optional<Recovered> recover(AccountId account) {
        return accounts.person(account.ref())
                .filter(Person::staff)
                .map(person -> {
                    var left = accounts.holders(Role.ADMIN);
                    boolean grant = left.size() < 2 && !left.contains(account);
                    if (grant) {
                        roles.grantAtSetup(account, Role.ADMIN);
                    }
                    return new Recovered(invitations.invite(Actor.SYSTEM, account), grant);
                });
    }

    private AccountId administrator(String name) {
        AccountId account = accounts.open(Actor.SYSTEM, new NewAccount(name, true));
        roles.grantAtSetup(account, Role.ADMIN);
        return account;
    }
}
