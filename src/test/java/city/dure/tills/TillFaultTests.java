package city.dure.tills;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.FailingStatements;
import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.book.Holder;
import city.dure.book.Passbook;
import city.dure.book.TransferId;
import city.dure.cards.TestCards;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.ledger.LedgerEntries;
import city.dure.merchants.MerchantId;
import city.dure.money.TestMoney;
import city.dure.ownshop.TestShops;
import city.dure.personal.CardCode;
import city.dure.refunds.RefundsOwed;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every statement of a payment by card and of a refund fails once: nothing is half done, no answer
 * is kept, and the same key afterwards does it once.
 */
@PortalTest
class TillFaultTests {
    private static final Actor TILL = new Actor("demo-pos", Role.MACHINE);

    @Autowired CardPayments payments;
    @Autowired TestCitizens people;
    @Autowired TestMoney money;
    @Autowired TestCards cards;
    @Autowired TestShops shops;
    @Autowired TestTill till;
    @Autowired RefundsOwed refunds;
    @Autowired Passbook passbook;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    private final String key = TestMoney.fresh();
    private Citizen citizen;
    private CardCode card;
    private MerchantId shop;

    @BeforeEach
    void open() {
        citizen = people.joined(TestCitizens.someone());
        money.fill(citizen.id(), 20_000);
        card = cards.active(citizen.id());
        shop = shops.open();
        till.standsIn(shop);
    }

    @Test
    void inAPayment() {
        Answer answer = failsEverywhere(() -> payments.pay(TILL, key, card, 3_000, null), 12);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(payments.pay(TILL, key, card, 3_000, null)).isEqualTo(answer);
        assertThat(money.spendable(citizen.id())).isEqualTo(17_000);
    }

    @Test
    void inADeclinedPayment() {
        Answer answer = failsEverywhere(() -> payments.pay(TILL, key, card, 30_000, null), 8);
        assertThat(answer.status()).isEqualTo(402);
        money.fill(citizen.id(), 20_000);
        assertThat(payments.pay(TILL, key, card, 30_000, null)).isEqualTo(answer);
    }

    /** Half of it the shop has not any more: that part is owed. */
    @Test
    void inARefund() {
        Answer paid = payments.pay(TILL, TestMoney.fresh(), card, 8_000, null);
        var payment = TransferId.valueOf(JsonPath.read(paid.body(), "$.payment"));
        money.payOut(shop, 4_000);
        Answer answer =
                failsEverywhere(() -> payments.giveBack(TILL, key, payment, 8_000, null), 15);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(payments.giveBack(TILL, key, payment, 8_000, null)).isEqualTo(answer);
        assertThat(refunds.of(payment)).isEqualTo(4_000);
        assertThat(money.spendable(citizen.id())).isEqualTo(16_000);
    }

    private Answer failsEverywhere(Supplier<Answer> work, int atLeast) {
        String before = state();
        for (int at = 1; ; at++) {
            try (var failing = FailingStatements.at(at)) {
                Answer answer = work.get();
                assertThat(failing.failed()).as("a failure that was hidden").isFalse();
                assertThat(at - 1).as("statements").isGreaterThanOrEqualTo(atLeast);
                return answer;
            } catch (TransientDataAccessResourceException e) {
                assertThat(state()).as("after statement %d", at).isEqualTo(before);
            }
        }
    }

    /** All that it may leave behind. */
    private String state() {
        return List.of(
                        money.spendable(citizen.id()),
                        passbook.of(Holder.shop(shop), null, 20),
                        refunds.of(shop),
                        Sealed.kinds(jdbc, entries, citizen.id()),
                        jdbc.sql("select count(*) from till_answer where request_key = ?")
                                .param(key)
                                .query((row, number) -> row.getLong(1))
                                .single())
                .toString();
    }
}
