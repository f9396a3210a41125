package city.dure.applications;

import static city.dure.applications.TestApplications.bakery;
import static city.dure.applications.TestApplications.number;
import static city.dure.applications.TestApplications.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.dure.PortalTest;
import city.dure.Sealed;
import city.dure.applications.Reviews.ViewReason;
import city.dure.applications.Reviews.Wanted;
import city.dure.identity.AccountId;
import city.dure.merchants.Member.Membership;
import city.dure.merchants.MerchantStatus;
import city.dure.merchants.Merchants;
import city.dure.shared.Actor;
import city.dure.shared.Role;
import city.dure.web.Conflict;
import city.dure.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PortalTest
class ApplicationsTests {
    @Autowired Applications applications;
    @Autowired Reviews reviews;
    @Autowired Merchants merchants;
    @Autowired JdbcClient jdbc;

    private final Actor owner = person(Role.CITIZEN);
    private final Actor officer = person(Role.MERCHANT_OFFICER);
    private final Actor second = person(Role.MERCHANT_OFFICER);

    @Test
    void goesTheLongWayToAnApproval() {
        String name = "긴 길 빵집 " + unique();
        ApplicationId id = applications.submit(owner, bakery(name));
        reviews.take(officer, id, version(id));
        reviews.wantInformation(officer, id, version(id), List.of(Wanted.BANK_BOOK), "흐려요");
        assertThat(Objects.requireNonNull(own(id).wanted()).note()).isEqualTo("흐려요");
        applications.giveInformation(
                owner, id, version(id), List.of(TestApplications.certificate()), null);
        reviews.refuse(officer, id, version(id), RefusalReason.UNTRUE, "주소가 달라요");
        applications.object(owner, id, version(id), "주소가 바뀌었어요");
        int seen = version(id);
        assertThatThrownBy(() -> reviews.approve(officer, id, seen)).isInstanceOf(Conflict.class);
        var approval = reviews.approve(second, id, seen);

        assertThat(merchants.summary(approval.merchant()).status())
                .isEqualTo(MerchantStatus.APPROVED);
        assertThat(merchants.shopsOf(AccountId.valueOf(owner.ref())))
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.merchant()).isEqualTo(approval.merchant());
                    assertThat(member.membership()).isEqualTo(Membership.OWNER);
                });
        assertThat(own(id).steps())
                .extracting(ApplicationFile.Step::act)
                .containsExactly(
                        "submitted",
                        "review-started",
                        "information-wanted",
                        "information-given",
                        "refused",
                        "objected",
                        "approved");
        assertThat(own(id).sheets()).hasSize(2);
        assertThat(kinds(id))
                .containsExactlyInAnyOrder(
                        "application.submitted",
                        "application.review_started",
                        "application.information_wanted",
                        "application.information_given",
                        "application.refused",
                        "application.objected",
                        "merchant.approved");
    }

    @Test
    void keepsThePersonOutOfTheLedger() {
        String note = "카나리아의 말 " + unique();
        NewApplication made = bakery("카나리아 찾는 빵집");
        ApplicationId id = applications.submit(owner, made);
        reviews.take(officer, id, version(id));
        reviews.wantInformation(officer, id, version(id), List.of(Wanted.OTHER), note);
        reviews.viewPerson(officer, id, ViewReason.REVIEW);
        reviews.refuse(officer, id, version(id), RefusalReason.TURNOVER, note);
        applications.object(owner, id, version(id), note);
        reviews.approve(second, id, version(id));

        String ledger = ledgerBytes();
        assertThat(ledger).contains(id.ref());
        assertThat(ledger)
                .doesNotContain(
                        "카나리아",
                        note,
                        made.owner().number().digits(),
                        made.owner().number().written(),
                        "010-2468-1357",
                        "24681357",
                        "301-9876-5432-11");
    }

    @Test
    void keepsThePersonSealedInTheTables() {
        NewApplication made = bakery("봉인 빵집");
        ApplicationId id = applications.submit(owner, made);
        String rows =
                jdbc.sql("select * from merchant_application where id = ?")
                        .param(id.value())
                        .query()
                        .singleRow()
                        .toString();
        assertThat(rows).contains("봉인 빵집").doesNotContain("카나리아", "010-2468", "301-9876");
        assertThat(rows).doesNotContain(made.owner().number().digits());
        assertThat(own(id).owner()).isEqualTo(made.owner());
    }

    @Test
    void isNobodyElses() {
        ApplicationId id = applications.submit(owner, bakery("내 빵집"));
        var paper = own(id).sheets().getFirst().id();
        Actor other = person(Role.CITIZEN);
        int seen = version(id);
        assertThatThrownBy(() -> applications.own(other, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> applications.ownPaper(other, id, paper))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> applications.withdraw(other, id, seen))
                .isInstanceOf(NotFound.class);
        assertThat(applications.of(other)).isEmpty();
        assertThat(applications.of(owner)).hasSize(1);
    }

    @Test
    void takesABusinessNumberOnceUntilItIsFreeAgain() {
        BusinessNumber number = number();
        ApplicationId first = applications.submit(owner, bakery("첫째", null, number));
        Actor other = person(Role.CITIZEN);
        assertThatThrownBy(() -> applications.submit(other, bakery("둘째", null, number)))
                .isInstanceOfSatisfying(
                        ApplicationRefused.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(ApplicationRefused.Reason.NUMBER_IN_REVIEW));
        applications.withdraw(owner, first, version(first));
        ApplicationId again = applications.submit(other, bakery("둘째", null, number));
        reviews.take(officer, again, version(again));
        reviews.approve(officer, again, version(again));
        assertThatThrownBy(() -> applications.submit(owner, bakery("셋째", null, number)))
                .isInstanceOfSatisfying(
                        ApplicationRefused.class,
                        e ->
                                assertThat(e.reason())
                                        .isEqualTo(ApplicationRefused.Reason.NUMBER_IS_MERCHANT));
    }

    @Test
    void waitsForTheOwnerOfWhatAnOfficialWrote() {
        ApplicationId id = applications.submit(officer, bakery("대리 빵집"));
        String code = Objects.requireNonNull(own(officer, id).joinCode());
        reviews.take(second, id, version(id));
        int seen = version(id);
        assertThatThrownBy(() -> reviews.approve(second, id, seen))
                .hasMessage("applications.no-owner");

        assertThat(applications.join(owner, code, "010-0000-0000")).isEmpty();
        assertThat(applications.join(owner, "WRONGCOD", "010-2468-1357")).isEmpty();
        assertThat(applications.join(owner, code.toLowerCase(Locale.ROOT), "01024681357"))
                .contains(id);
        assertThat(applications.join(person(Role.CITIZEN), code, "010-2468-1357")).isEmpty();

        int joined = version(id);
        assertThatThrownBy(() -> reviews.approve(officer, id, joined))
                .hasMessage("applications.not-you");
        reviews.approve(second, id, joined);
        assertThat(own(id).summary().state()).isEqualTo(ApplicationState.APPROVED);
    }

    private ApplicationFile seen(Actor by, ApplicationId id) {
        return reviews.file(by, id, "192.0.2.7");
    }

    private int version(ApplicationId id) {
        return seen(officer, id).summary().version();
    }

    private ApplicationFile own(ApplicationId id) {
        return own(owner, id);
    }

    private ApplicationFile own(Actor actor, ApplicationId id) {
        return applications.own(actor, id);
    }

    private List<String> kinds(ApplicationId id) {
        Sealed.everything(jdbc);
        return jdbc.sql(
                        "select e.kind from ledger_entry e join ledger_subject s on s.entry_id = e.id"
                                + " where s.subject = ? and s.relation = 'about'")
                .param(id.ref())
                .query((row, number) -> row.getString(1).replaceAll("/.*", ""))
                .list();
    }

    private String ledgerBytes() {
        Sealed.everything(jdbc);
        var text = new StringBuilder();
        jdbc.sql("select details from ledger_opening")
                .query(row -> {
                    text.append(new String(row.getBytes(1), StandardCharsets.UTF_8));
                });
        jdbc.sql("select leaf from ledger_entry")
                .query(row -> {
                    text.append(new String(row.getBytes(1), StandardCharsets.UTF_8));
                });
        return text.toString();
    }

    private static Actor person(Role role) {
        return new Actor(new AccountId(UUID.randomUUID()).ref(), role);
    }
}
