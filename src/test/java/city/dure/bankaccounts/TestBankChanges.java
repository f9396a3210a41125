package city.dure.bankaccounts;

import city.dure.merchants.MerchantId;
import city.dure.ownshop.TestShops;
import city.dure.papers.Paper;
import city.dure.papers.PaperKind;
import city.dure.personal.Bank;
import city.dure.personal.BankAccount;
import city.dure.shared.Actor;
import org.springframework.stereotype.Component;

/** Requests for another bank account, each made for one test in a shop of its own. */
@Component
public class TestBankChanges {
    static final BankAccount ACCOUNT = new BankAccount(Bank.NH, "3010123456789", "나래빵집");

    private final TestShops shops;
    private final BankAccounts accounts;

    TestBankChanges(TestShops shops, BankAccounts accounts) {
        this.shops = shops;
        this.accounts = accounts;
    }

    /** The page of a request, as officers open it. */
    public String page() {
        return "/office/bank-changes/" + ask().id();
    }

    BankChange ask() {
        return ask(shops.open(), ACCOUNT);
    }

    BankChange ask(MerchantId shop, BankAccount account) {
        return ask(owner(), shop, account);
    }

    BankChange ask(Actor owner, MerchantId shop, BankAccount account) {
        accounts.request(owner, shop, account, new Paper(PaperKind.JPEG, new byte[] {1}));
        return accounts.newest(shop).orElseThrow();
    }

    Actor owner() {
        return shops.person(TestShops.OWNER);
    }
}
