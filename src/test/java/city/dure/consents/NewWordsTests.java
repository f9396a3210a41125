package city.dure.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.AtOnce;
import city.dure.PortalTest;
import city.dure.citizens.TestCitizens;
import city.dure.identity.AccountId;
import city.dure.identity.Accounts;
import city.dure.identity.TestSignIn;
import city.dure.notices.Notice;
import city.dure.notices.Notices;
import city.dure.shared.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever agreed to earlier words is told of new ones: once, and nobody else. */
@PortalTest
class NewWordsTests {
    private static final ConsentKind KIND = ConsentKind.PROVISION;

    @Autowired MockMvcTester mvc;
    @Autowired TestCitizens people;
    @Autowired TestConsents asked;
    @Autowired Consents consents;
    @Autowired Accounts accounts;
    @Autowired Notices notices;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired TransactionOperations transaction;

    private List<Actor> members;
    private NewWords later;

    @BeforeEach
    void agree() {
        members = Stream.generate(people::newcomer).limit(5).toList();
        members.forEach(people::agree);
        later = at(NewWords.SETTLED.plusSeconds(1));
    }

    @Test
    void tellsEachOnceHoweverOftenItIsBrokenOff() {
        asked.askAnew(KIND);
        boolean more = true;
        for (int piece = 0; more; piece++) {
            if (piece % 2 == 0) {
                transaction.executeWithoutResult(status -> {
                    later.tellSome(2);
                    status.setRollbackOnly();
                });
            }
            more = at(NewWords.SETTLED.plusSeconds(2)).tellSome(2);
        }
        assertThat(members).allSatisfy(member -> assertThat(told(member)).isEqualTo(1));
        assertThat(later.tellSome(2)).isFalse();
    }

    @Test
    void tellsEachOnceWhenTwoInstancesDo() throws Exception {
        asked.askAnew(KIND);
        var other = at(NewWords.SETTLED.plusSeconds(2));
        AtOnce.both(() -> all(later), () -> all(other));
        all(later);
        assertThat(members).allSatisfy(member -> assertThat(told(member)).isEqualTo(1));
    }

    @Test
    void tellsOfTheNewestOnly() {
        asked.askAnew(KIND);
        asked.askAnew(KIND);
        all(later);
        assertThat(told(members.getFirst())).isEqualTo(1);
        asked.askAnew(KIND);
        all(later);
        assertThat(told(members.getFirst())).isEqualTo(2);
    }

    @Test
    void tellsNobodyWhoAgreedTookItBackOrLeft() {
        Actor left = members.get(3);
        asked.askAnew(KIND);
        people.agree(members.get(1));
        people.disagree(members.get(2), KIND);
        transaction.executeWithoutResult(
                status -> accounts.close(left, AccountId.valueOf(left.ref())));
        all(later);
        assertThat(members.stream().map(this::told)).containsExactly(1L, 0L, 0L, 0L, 1L);
    }

    /** The piece has read that this person agrees to earlier words, and waits for the account. */
    @Test
    void tellsNobodyWhoAgreesAtThatMoment() throws Exception {
        asked.askAnew(KIND);
        Actor agreeing = members.getFirst();
        try (var other = Executors.newSingleThreadExecutor()) {
            Future<Boolean> telling =
                    Objects.requireNonNull(
                            transaction.execute(status -> {
                                consents.give(agreeing, KIND, consents.versions(KIND).size());
                                var begun = other.submit(() -> all(later));
                                assertThatThrownBy(() -> begun.get(1, TimeUnit.SECONDS))
                                        .isInstanceOf(TimeoutException.class);
                                return begun;
                            }));
            telling.get();
        }
        assertThat(members.stream().map(this::told)).containsExactly(0L, 1L, 1L, 1L, 1L);
    }

    @Test
    void waitsUntilEverybodyKnowsTheNewWords() {
        all(later);
        asked.askAnew(KIND);
        all(at(Duration.ZERO));
        assertThat(members).allSatisfy(member -> assertThat(told(member)).isZero());
    }

    @Test
    void saysWhichInTheReadersLanguage() {
        asked.askAnew(KIND);
        all(later);
        assertThat(inbox("ko")).contains("‘개인정보 제3자 제공’ 동의문이 바뀌었어요. 새 동의문을 읽고 골라 주세요.");
        assertThat(inbox("en")).contains("“Provision of personal data to others” has changed");
    }

    private String inbox(String language) {
        var who = TestSignIn.as(AccountId.valueOf(members.getFirst().ref()));
        var answer = mvc.get().uri("/me/notices?lang=" + language).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private long told(Actor member) {
        String kind = Notice.word("consents.kind." + KIND.code());
        return transaction.execute(status -> notices.page(member, false, null, 9)).rows().stream()
                .filter(told -> told.notice().arguments().contains(kind))
                .count();
    }

    private static boolean all(NewWords news) {
        while (news.tellSome(NewWords.PIECE)) {}
        return true;
    }

    private NewWords at(Duration offset) {
        return new NewWords(jdbc, accounts, notices, Clock.offset(clock, offset), transaction);
    }
}
