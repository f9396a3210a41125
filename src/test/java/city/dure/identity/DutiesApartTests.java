package city.dure.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Duties that nobody holds together, whichever of one's accounts they are asked for. */
@PortalTest
class DutiesApartTests {
    @Autowired Accounts accounts;
    @Autowired PersonMarks persons;
    @Autowired Roles roles;
    @Autowired TransactionOperations transaction;

    @Test
    void keepsDutiesApartOverAllAccountsOfAPerson() {
        String number = number();
        AccountId one = account(number);
        AccountId other = account(number);
        AccountId colleague = account(number());
        grant(one, Role.PROGRAM_OFFICER);
        assertThatThrownBy(() -> grant(other, Role.SETTLEMENT_OFFICER))
                .hasMessage("identity.role.apart");
        grant(colleague, Role.SETTLEMENT_OFFICER);
        assertThat(accounts.rolesOf(other)).isEmpty();
        assertThat(accounts.rolesOf(colleague)).containsExactly(Role.SETTLEMENT_OFFICER);
    }

    private void grant(AccountId account, Role role) {
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            Actor admin = new Actor(account(number()).ref(), Role.ADMIN);
            roles.propose(admin, id, account, role, LocalDate.now().plusMonths(2));
            roles.grant(admin, id);
        });
    }

    private static String number() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    private AccountId account(String staffNumber) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    AccountId id = accounts.open(Actor.SYSTEM, new NewAccount("문서린", true));
                    persons.mark(id, staffNumber);
                    return id;
                }));
    }
}
