package city.dure.bankaccounts;

import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.PersonMarks;
import city.dure.merchants.Member;
import city.dure.merchants.MerchantId;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Tells who has nothing to do with a shop. An official's account and a citizen's have no mark in
 * common, so who is called like somebody of the shop counts as them: a namesake leaves the matter
 * to a colleague.
 */
@Component
class Strangers {
    private final Merchants merchants;
    private final PersonMarks persons;
    private final Accounts accounts;

    Strangers(Merchants merchants, PersonMarks persons, Accounts accounts) {
        this.merchants = merchants;
        this.persons = persons;
        this.accounts = accounts;
    }

    /** Whether an officer is nobody of the shop, in no account, and called like nobody of it. */
    boolean has(Actor officer, MerchantId shop) {
        List<String> members = merchants.members(shop).stream().map(Member::account).toList();
        return members.stream().noneMatch(each -> same(each, officer))
                && !accounts.plainNames(members).containsValue(accounts.ownName(officer.ref()));
    }

    private boolean same(String member, Actor officer) {
        return persons.same(AccountId.valueOf(member), AccountId.valueOf(officer.ref()));
    }
}
