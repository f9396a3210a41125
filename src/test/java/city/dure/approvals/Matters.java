package city.dure.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import city.dure.TestDatabase;
import city.dure.bankaccounts.TestBankChanges;
import city.dure.eligibility.Eligibility;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.NewAccount;
import city.dure.identity.PersonMarks;
import city.dure.identity.Roles;
import city.dure.identity.TestSignIn;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Everything that a second person approves, asked for through its page by invented people. */
class Matters {
    /** Who does what without the portal: nothing here is seen by the guard. */
    final JdbcTemplate behind = new JdbcTemplate(TestDatabase.unguarded("portal"));

    private final MockMvcTester mvc;
    private final Accounts accounts;
    private final PersonMarks persons;
    private final Roles roles;
    private final Eligibility eligibility;
    private final TransactionOperations transaction;
    private final TestBankChanges bankChanges;

    Matters(
            MockMvcTester mvc,
            Accounts accounts,
            PersonMarks persons,
            Roles roles,
            Eligibility eligibility,
            TransactionOperations transaction,
            TestBankChanges bankChanges) {
        this.mvc = mvc;
        this.accounts = accounts;
        this.persons = persons;
        this.roles = roles;
        this.eligibility = eligibility;
        this.transaction = transaction;
        this.bankChanges = bankChanges;
    }

    /** What can be asked for. */
    enum Use {
        ROLE(Role.ADMIN, "update account_role set until = until + interval '1' day where id = ?"),
        RULES(
                Role.MERCHANT_OFFICER,
                "update eligibility_proposal set noticed_on = noticed_on + 1 where id = ?"),
        BANK(
                Role.MERCHANT_OFFICER,
                "update shop_bank_change set requested_at = requested_at + interval '1' day"
                        + " where proposal = ?");

        final Role role;

        /** Changes what is stored of it. */
        final String change;

        Use(Role role, String change) {
            this.role = role;
            this.change = change;
        }
    }

    /** One of them, asked for. */
    record Matter(Use use, UUID id, String page, String path, AccountId asker, AccountId second) {}

    Matter ask(Use use) {
        AccountId asker = person(use.role, number());
        AccountId second = person(use.role, number());
        return switch (use) {
            case ROLE -> role(asker, second, person(null, number()));
            case RULES -> rules(asker, second);
            case BANK -> bank(asker, second);
        };
    }

    /** An account of the person with this staff number, who holds a role. */
    AccountId person(@Nullable Role role, String number) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    AccountId id = accounts.open(Actor.SYSTEM, new NewAccount("문서린", true));
                    persons.mark(id, number);
                    if (role != null) {
                        roles.grantAtSetup(id, role);
                    }
                    return id;
                }));
    }

    static String number() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    }

    Matter role(AccountId asker, AccountId second, AccountId colleague) {
        String page = "/office/staff/" + colleague.ref();
        var until = LocalDate.now().plusMonths(6).toString();
        send(asker, page + "/roles", Map.of("role", "merchant-officer", "until", until));
        UUID id =
                asked(
                        "select id from account_role where decided_at is null and account_id = ?"
                                + " order by proposed_at desc limit 1",
                        colleague.value());
        return new Matter(Use.ROLE, id, page, page + "/roles/" + id + "/approval", asker, second);
    }

    private Matter rules(AccountId asker, AccountId second) {
        String day = LocalDate.now().plusYears(50).toString();
        send(
                asker,
                "/office/eligibility",
                Map.of(
                        "version", String.valueOf(eligibility.newestVersion()),
                        "noticed", day,
                        "day", day,
                        "minute", "23:00",
                        "kinds[0].kind", "general",
                        "kinds[1].kind", "policy",
                        "kinds[2].kind", "points",
                        "kinds[3].kind", "volunteer",
                        "kinds[0].ceiling", "3000000000"));
        UUID id = asked("select id from eligibility_proposal where asked_by = ?", asker.ref());
        String page =
                behind.queryForObject("select href from approval where id = ?", String.class, id);
        return new Matter(Use.RULES, id, String.valueOf(page), page + "/approval", asker, second);
    }

    private Matter bank(AccountId asker, AccountId second) {
        String page = bankChanges.page();
        send(asker, page + "/lookups", Map.of("view", "bank_change"));
        send(second, page + "/lookups", Map.of("view", "bank_change"));
        send(asker, page + "/proposal", Map.of("check", "bank"));
        UUID id = asked("select id from approval where href = ?", page);
        return new Matter(Use.BANK, id, page, page + "/approval", asker, second);
    }

    private UUID asked(String query, Object of) {
        return Objects.requireNonNull(behind.queryForObject(query, UUID.class, of));
    }

    private void send(AccountId who, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(TestSignIn.as(who));
        request.param("operation", UUID.randomUUID().toString());
        fields.forEach(request::param);
        assertThat(request.exchange()).hasStatus(302);
    }

    /** Everything that approving this matter would change. */
    String state(Matter matter) {
        return behind.queryForList("select * from approval where id = ?", matter.id()).toString()
                + behind.queryForList("select * from account_role where id = ?", matter.id())
                + behind.queryForList(
                        "select * from shop_bank_change where proposal = ?", matter.id())
                + behind.queryForList("select max(version) from eligibility_rules")
                + behind.queryForList(
                        "select count(*) from ledger_entry"
                                + " where kind like 'role.%' or kind like 'eligibility.%'"
                                + " or kind like 'shop_bank.%'");
    }
}
