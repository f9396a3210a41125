package city.dure.citizens;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestForm;
import city.dure.cards.TestCards;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.money.TestMoney;
import city.dure.mydata.TestLeaving;
import city.dure.personal.CardCode;
import city.dure.personal.Phone;
import city.dure.residentlists.ListsOfResidents;
import city.dure.shared.Actor;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** Money and cards of a member who turns out to be whom a list of residents names. */
@PortalTest
class MatchedMoneyTests {
    @Autowired TestCitizens people;
    @Autowired ListsOfResidents lists;
    @Autowired TestCards cards;
    @Autowired TestMoney money;
    @Autowired TestLeaving leaving;
    @Autowired Codes codes;
    @Autowired MockMvcTester mvc;
    @Autowired TransactionOperations transaction;

    private final Profile person = TestCitizens.someone();
    private Citizen member;
    private Actor actor;

    @BeforeEach
    void join() {
        member = people.joined(person);
        actor = TestCitizens.actor(member);
        lists.name(person, "dure");
    }

    @Test
    void areSeenAlsoUnderTheIdBefore() {
        money.fill(member.id(), 7_000);
        provePhone();
        assertThat(page("/me/wallet/statement")).bodyText().contains("+7,000원");
        assertThat(page("/me/data/export")).bodyText().contains("\"amount\" : 7000");
    }

    /** What hangs on the id before follows a moment later; who leaves meanwhile takes it along. */
    @Test
    void stayNotUnderTheIdBeforeOfWhoLeaves() {
        provePhone();
        CardCode card = cards.active(member.id());
        money.fill(member.id(), 7_000);
        leaving.forget(actor);
        assertThat(money.spendable(member.id())).isZero();
        assertThat(cards.usable(card)).isFalse();
    }

    private void provePhone() {
        Phone phone = Objects.requireNonNull(person.phone());
        String code =
                transaction.execute(
                        status -> codes.mint(member.id(), Channel.PHONE, phone.plain()));
        var account = AccountId.valueOf(actor.ref());
        assertThat(TestForm.post(mvc, "/me/verification/phone", account, "code=" + code))
                .hasStatus(302);
    }

    private MvcTestResult page(String path) {
        var account = AccountId.valueOf(actor.ref());
        return mvc.get().uri(path).with(TestSignIn.as(account)).exchange();
    }
}
