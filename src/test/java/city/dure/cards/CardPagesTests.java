package city.dure.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.TestForm;
import city.dure.cards.Card.State;
import city.dure.cards.Card.Why;
import city.dure.citizens.Citizen;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.TestSignIn;
import city.dure.ledger.LedgerEntries;
import city.dure.mydata.TestLeaving;
import city.dure.personal.CardCode;
import city.dure.shared.Actor;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** A card from its order to its end, at its holder's and at the desk. */
@PortalTest
class CardPagesTests {
    private static final String AGENT = "desk.agent";

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestLeaving leaving;
    @Autowired Cards cards;
    @Autowired LedgerEntries entries;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionOperations transaction;
    private Citizen citizen;

    @BeforeEach
    void come() {
        citizen = people.joined(TestCitizens.someone());
    }

    @Test
    void isOrderedMadeAndPutToUse() {
        assertThat(mine()).bodyText().contains("카드 신청하기", "창구에 오시면");
        assertThat(post("")).hasStatus(302);
        assertThat(mine()).bodyText().contains("만드는 중", "9410-****-****-");
        assertThat(post("")).hasStatus(409);
        open();
        assertThat(desk("/sheet")).hasStatusOk().bodyText().contains(code().plain());
        assertThat(desk("/sent")).hasStatus(302);
        assertThat(desk("/sent")).hasStatus(409);
        assertThat(mine()).bodyText().contains("카드를 받으셨나요?").doesNotContain(code().plain());
        for (int press = 0; press < 2; press++) {
            assertThat(post("/activation", "number=" + code().plain())).hasStatus(302);
        }
        assertThat(state()).isEqualTo(State.ACTIVE);
        assertThat(kinds()).containsExactly("card.ordered", "card.sent", "card.activated");
    }

    @Test
    void saysWhatIsWrongWithANumberAndIsNotGuessed() {
        post("");
        transaction.executeWithoutResult(status -> cards.send(Actor.SYSTEM, citizen.id()));
        for (String number : List.of("", "1234", "9410-1234-5678-9012")) {
            assertThat(post("/activation", "number=" + number))
                    .hasStatus(422)
                    .bodyText()
                    .contains("카드 번호 16자리를 다시");
        }
        for (int i = 0; i < Cards.TRIES; i++) {
            assertThat(post("/activation", "number=" + CardCode.random().digits()))
                    .hasStatus(422)
                    .bodyText()
                    .contains("보내 드린 카드의 번호와 달라요");
        }
        assertThat(post("/activation", "number=" + code().plain()))
                .hasStatus(422)
                .bodyText()
                .contains("여러 번 맞지 않았어요");
        assertThat(state()).isEqualTo(State.SENT);
    }

    @Test
    void isBlockedAtOnceAndReplaced() {
        post("");
        assertThat(post("/block")).hasStatus(409);
        assertThat(post("/block", "reason=left")).hasStatus(409);
        assertThat(post("/block", "reason=lost", "again=true")).hasStatus(302);
        assertThat(mine()).bodyText().contains("잃어버림", "만드는 중");
        assertThat(cards.of(citizen.id()))
                .extracting(Card::state)
                .containsExactlyInAnyOrder(State.BLOCKED, State.ORDERED);
        assertThat(post("/block", "reason=unwanted")).hasStatus(302);
        assertThat(mine()).bodyText().contains("카드 신청하기");
        assertThat(kinds())
                .containsExactly("card.ordered", "card.blocked", "card.ordered", "card.blocked");
    }

    /** For who has neither phone nor computer. */
    @Test
    void isOrderedAndHandedOutAtTheDesk() {
        assertThat(desk("")).as("without a reason").hasStatus(409);
        assertThat(desk("/sheet")).hasStatus(409);
        open();
        assertThat(desk("")).hasStatus(302);
        assertThat(page("/desk/cards")).bodyText().contains("k-");
        assertThat(page("/desk/citizens/%s/cards".formatted(citizen.id())))
                .bodyText()
                .contains("만드는 중")
                .doesNotContain(code().plain());
        assertThat(
                        mvc.get()
                                .uri("/me/views")
                                .with(TestSignIn.as(Objects.requireNonNull(citizen.account()))))
                .bodyText()
                .contains("선불카드 번호");
        assertThat(desk("/handed")).hasStatus(302);
        assertThat(desk("/handed")).hasStatus(409);
        assertThat(desk("/sheet")).as("nobody reads the number of a card in use").hasStatus(409);
        assertThat(state()).isEqualTo(State.ACTIVE);
        assertThat(desk("/block", "reason=stolen", "again=true")).hasStatus(302);
        assertThat(state()).isEqualTo(State.ORDERED);
    }

    @Test
    void takesOneCardOfTwoAtOnce() throws Exception {
        var asked =
                Collections.<Callable<Integer>>nCopies(8, () -> post("").getResponse().getStatus());
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var each : threads.invokeAll(asked)) {
                assertThat(each.get()).isIn(302, 409);
            }
        }
        assertThat(cards.of(citizen.id())).hasSize(1);
    }

    @Test
    void goesWithItsHolder() {
        Citizen other = people.joined(TestCitizens.someone());
        post("");
        transaction.executeWithoutResult(
                status -> cards.handOver(Actor.SYSTEM, citizen.id(), other.id()));
        assertThat(cards.of(citizen.id())).isEmpty();
        assertThat(cards.of(other.id())).singleElement().matches(Card::open);
        post("");
        transaction.executeWithoutResult(
                status -> cards.handOver(Actor.SYSTEM, citizen.id(), other.id()));
        assertThat(cards.of(other.id()))
                .extracting(Card::blockedFor)
                .containsExactlyInAnyOrder(null, Why.SECOND);
    }

    @Test
    void endsAndIsForgottenWithItsHolder() {
        post("");
        Card card = cards.of(citizen.id()).getFirst();
        leaving.forget(TestCitizens.actor(citizen));
        assertThat(cards.of(citizen.id())).extracting(Card::blockedFor).containsExactly(Why.LEFT);
        assertThat(cards.code(card.id())).isEmpty();
    }

    /** The desk's page may still be open when somebody leaves. */
    @Test
    void isNoMoreOrderedForWhoLeft() {
        open();
        leaving.forget(TestCitizens.actor(citizen));
        assertThat(desk("")).hasStatus(409);
        assertThatThrownBy(() ->
                        transaction.execute(status -> cards.order(Actor.SYSTEM, citizen.id())))
                .hasMessage("cards.gone");
        assertThat(cards.of(citizen.id())).isEmpty();
    }

    private CardCode code() {
        return cards.of(citizen.id()).stream()
                .filter(Card::open)
                .findFirst()
                .flatMap(card -> cards.code(card.id()))
                .orElseThrow();
    }

    private State state() {
        return cards.of(citizen.id()).stream().filter(Card::open).findFirst().orElseThrow().state();
    }

    private List<String> kinds() {
        return Sealed.kinds(jdbc, entries, citizen.id()).reversed().stream()
                .filter(kind -> kind.startsWith("card."))
                .toList();
    }

    private MvcTestResult mine() {
        return mvc.get().uri(CardController.PATH).with(TestSignIn.as(account())).exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(TestSignIn.as(AGENT)).exchange();
    }

    private AccountId account() {
        return Objects.requireNonNull(citizen.account());
    }

    private MvcTestResult post(String place, String... fields) {
        return TestForm.post(mvc, CardController.PATH + place, account(), fields);
    }

    private void open() {
        String path = "/desk/citizens/%s/lookups".formatted(citizen.id());
        assertThat(TestForm.post(mvc, path, AGENT, "reason=request")).hasStatus(302);
    }

    private MvcTestResult desk(String place, String... fields) {
        String path = "/desk/citizens/%s/cards%s".formatted(citizen.id(), place);
        return TestForm.post(mvc, path, AGENT, fields);
    }
}
